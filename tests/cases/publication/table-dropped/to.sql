create schema app;
create table users (id int primary key, email text, age int);
create publication p for table users;
