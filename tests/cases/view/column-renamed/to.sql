create table users (id int primary key, full_name text not null, email text);
create view v as select id, full_name from users;
create view named as select full_name as label from users;
