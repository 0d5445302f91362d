create table users (id int primary key, name text not null, email text);
create view v as select name, id from users;
create view on_it as select id from v;
