create table t (a int, b int);
create materialized view "M v" as select a, b from t;
create unique index "M i" on "M v" (a) where a > 0;
comment on index "M i" is 'by a';
comment on materialized view "M v" is 'kept';
grant select on "M v" to anon;
