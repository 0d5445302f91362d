create role reader; create schema app; create table t (id int, a int); create function f() returns int language sql as 'select 1';
grant select on t to reader; grant update (a) on t to reader with grant option; grant usage on schema app to reader; grant execute on function f() to reader;
alter default privileges in schema app grant select on tables to reader; alter default privileges for role reader revoke execute on functions from public;
create policy p on t to reader using (true);
