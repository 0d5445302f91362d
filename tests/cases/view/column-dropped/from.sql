create table users (id int primary key, name text not null, email text);
create view v as select id, name, email from users;
create view on_it as select id, email from v;
create view apart as select id from users;
