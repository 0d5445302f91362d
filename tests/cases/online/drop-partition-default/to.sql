create table t (a int) partition by range (a);
create table t_rest partition of t default;
