create schema app;
create table people (id int primary key, email text, years int);
create table app.orders (id int primary key, total int);
create publication p for table people (id, email) where (id > 5 and years is null);
