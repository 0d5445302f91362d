create table t (a int, z int) partition by range (a, z);
create table t_1 partition of t for values from (1, minvalue) to (2, maxvalue);
create index t_1_z on t_1 (z);
