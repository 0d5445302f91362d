create schema app;
create table users (id int primary key, email text, age int);
create table app.orders (id int primary key, total int);
create schema other;
create publication p for table users, tables in schema other;
