create table users (id int primary key, name text not null, email text);
create materialized view v as select id from users;
