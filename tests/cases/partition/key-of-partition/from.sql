create table t (a int, b text) partition by range (a);
create table t_a partition of t for values from (1) to (9) partition by list (b);
create table t_a_a partition of t_a default;
