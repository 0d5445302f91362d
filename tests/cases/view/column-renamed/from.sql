create table users (id int primary key, name text not null, email text);
create view v as select id, name from users;
create view named as select name as label from users;
