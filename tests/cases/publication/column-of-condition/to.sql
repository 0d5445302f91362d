create schema app;
create table users (id int primary key, email text, age bigint);
create table app.orders (id int primary key, total int);
create publication p for table users where (age > 5);
comment on publication p is 'x';
