create table users (id int primary key, name text not null, email text);
create view users_of as with users_of as (select id from users) select id from users_of;
