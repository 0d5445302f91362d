create table users (id int primary key, name text not null, email text);
create materialized view m with (fillfactor = 70) as select id, name from users;
create unique index m_id on m (id);
create index "m.low" on m using btree (lower(name) desc, id) where id > 0;
