create table users (id int primary key, name text not null, email text);
create view v with (check_option = local) as select id, name from users;
