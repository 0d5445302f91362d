create table users (id int primary key, name text not null, email text);
create view "w.1" as select id from users;
create view on_it as select id from "w.1";
