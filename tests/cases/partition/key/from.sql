create table t (a int, b text) partition by range (a);
create table t_a partition of t for values from (1) to (9);
comment on table t_a is 'x';
create index on t_a (b);
