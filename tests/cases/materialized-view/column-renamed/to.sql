create table users (id int primary key, full_name text not null, email text);
create materialized view m as select id, full_name from users;
create index m_id on m (id);
