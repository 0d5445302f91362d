create table t (a int, b text) partition by range (a);
create index t_b on t (b);
create table t_1 partition of t for values from (1) to (9) partition by list (b);
create table t_1_a partition of t_1 for values in ('a');
create table t_1_b partition of t_1 for values in ('b');
