create schema app;
create table users (id int primary key, email text, age int);
create table app.orders (id int primary key, total int);
create publication news for table users, app.orders with (publish = 'insert, update');
create publication everything for all tables;
create publication nothing;
comment on publication news is 'to the shop';
