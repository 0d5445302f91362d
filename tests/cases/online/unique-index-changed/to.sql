create table users (id int, email text);
create unique index one_id on users (id desc);
create table posts (author int references users (id));
