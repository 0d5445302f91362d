create table kinds (id int primary key);
create table t (a int not null, b int) partition by range (a);
create table t_1 partition of t for values from (1) to (9) partition by list (b);
create table t_1_rest partition of t_1 default;
create table t_rest partition of t default;
