create sequence numbers;
create table users (id int primary key, code uuid not null default gen_random_uuid(), no bigint default nextval('numbers'), at timestamptz default now());
create table posts (id int primary key, code uuid not null default gen_random_uuid());
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on posts for each row execute function touch();
