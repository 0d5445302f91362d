create table users (id int primary key, name text not null, email text);
create view label as select id, name, email as report from users;
create view report as select id, name as label from label;
