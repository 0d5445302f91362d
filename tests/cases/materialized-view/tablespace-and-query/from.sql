create table t (a int, b int);
create materialized view "V w" tablespace fast as select a from t;
create index "V i" on "V w" (a);
