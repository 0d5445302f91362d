create table t (a int);
create view v as select a from t;
create view w with (security_invoker = true) as select a from t;
