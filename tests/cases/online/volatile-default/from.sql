create table users (id int primary key);
create table posts (id int primary key);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on posts for each row execute function touch();
