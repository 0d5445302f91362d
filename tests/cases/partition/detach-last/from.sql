create table t (a int) partition by range (a);
create table t_1 partition of t for values from (1) to (9);
