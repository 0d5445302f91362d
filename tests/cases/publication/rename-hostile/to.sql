create schema app;
create table users (id int primary key, email text, age int);
create table app.orders (id int primary key, total int);
create publication "Sel.ect" for table app.orders with (publish = 'insert');
comment on publication "Sel.ect" is 'a';
