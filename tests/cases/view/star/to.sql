create table users (id int primary key, name text not null, email text, age int);
create view v as select * from users;
