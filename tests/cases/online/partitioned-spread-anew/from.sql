create table kinds (id int primary key);
create table t (a int not null, b int) partition by list (a);
create table t_rest partition of t default;
