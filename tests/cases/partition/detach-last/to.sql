create table t_1 (a int);
