create access method other type table handler heap_tableam_handler;
create table t (id int);
create materialized view m as select id from t where id > 0;
