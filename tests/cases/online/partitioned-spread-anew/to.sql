create table kinds (id int primary key);
create table t (a int not null primary key, b int references kinds) partition by range (a);
create index by_b on t (b);
create table t_rest partition of t default;
