create table t (a int) partition by range (a);
create table t_1 (a bigint, c text);
create index mine on t_1 (a);
