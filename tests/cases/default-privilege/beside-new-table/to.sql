create role reader;
create schema app;
alter default privileges in schema app grant select on tables to reader;
alter default privileges revoke execute on functions from public;
create table app.t (id int);
create function app.a() returns int language sql as 'select 1';
