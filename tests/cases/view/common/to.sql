create table users (id int primary key, name text not null, email text);
create view users_of as with users_of as (select id, name from users) select id, name from users_of;
