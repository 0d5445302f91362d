create table users (id int primary key, name text not null, email text);
create view v as select id, name from users;
create view on_it as select name from v;
create view alone as select 1 as one;
