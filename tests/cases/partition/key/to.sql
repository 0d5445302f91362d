create table t (a int, b text) partition by list (lower(b));
create table t_a partition of t for values in ('a');
comment on table t_a is 'x';
create index on t_a (b);
