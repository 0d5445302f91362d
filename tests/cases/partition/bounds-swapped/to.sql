create table t (k text) partition by list (k);
create table t_a partition of t default;
create table t_b partition of t for values in ('b', 'c');
create table t_c partition of t for values in ('a', 'x');
