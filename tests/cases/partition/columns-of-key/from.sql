create table t (a int, b int, c int) partition by range (a, b);
create table t_1 partition of t for values from (1, minvalue) to (2, maxvalue);
create index t_1_c on t_1 (c);
