create table users (id int primary key, name text not null, email text);
create materialized view m with (fillfactor = 80, user_catalog_table = true) as select id from users;
