create table users (id int primary key, name text not null, email text);
create materialized view m as select id from users;
