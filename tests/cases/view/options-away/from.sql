create table users (id int primary key, name text not null, email text);
create view v with (security_barrier, check_option = cascaded) as select id from users;
