create schema app;
create table users (id int primary key, email text, age int);
create table app.orders (id int primary key, total int);
create publication p for table users;
comment on publication p is 'x';
