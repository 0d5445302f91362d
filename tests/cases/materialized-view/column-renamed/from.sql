create table users (id int primary key, name text not null, email text);
create materialized view m as select id, name from users;
create index m_id on m (id);
