create table t (a int, b int);
create materialized view "V w" as select a, b from t;
create index "V i" on "V w" (a);
