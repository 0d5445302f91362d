create table t (a int, b text) partition by range (a);
create table t_1 (a int, b text) partition by list (b);
create table t_1_b partition of t_1 for values in ('b');
