create table t (a int primary key, b text) partition by range (a);
