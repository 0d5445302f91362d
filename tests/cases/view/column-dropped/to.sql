create table users (id int primary key, name text not null);
create view v as select id, name from users;
create view on_it as select id from v;
create view apart as select id from users;
