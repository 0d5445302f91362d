create table users (id int primary key, name text not null);
create materialized view m as select id from users;
create index m_id on m (id);
