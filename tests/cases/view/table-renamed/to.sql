create table people (id int primary key, name text not null, email text);
create view v as select id, name from people;
