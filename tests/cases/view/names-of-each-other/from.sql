create table users (id int primary key, name text not null, email text);
create view label as select id, name from users;
