create table t (k text) partition by list (k);
create table t_a partition of t for values in ('a', 'x');
create table t_b partition of t for values in ('b');
create table t_c partition of t default;
