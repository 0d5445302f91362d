create table users (id int primary key, name text not null, email text);
create materialized view m with (fillfactor = 70, autovacuum_enabled = false) as select id from users;
