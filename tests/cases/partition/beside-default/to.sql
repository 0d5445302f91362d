create table t (k text) partition by list (lower(k));
create table t_a partition of t for values in ('a', 'c');
create table t_b partition of t for values in ('b');
create table t_rest partition of t default;
