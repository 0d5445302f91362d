create table users (id int primary key, name text not null, email text);
create view v with (security_barrier) as select id from users;
