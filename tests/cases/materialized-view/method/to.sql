create access method other type table handler heap_tableam_handler;
create table t (id int);
create materialized view m using other as select id from t;
create index m_id on m (id);
