create table users (id int primary key, name text not null, email text);
create view v as select id, name from users where id > 1;
