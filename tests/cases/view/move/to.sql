create schema app;
create table users (id int primary key, name text not null, email text);
create view app.v as select id from users;
