create table t (a int);
create materialized view v tablespace fast as select a from t;
