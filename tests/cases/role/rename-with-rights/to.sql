create role "read er"; create schema app; create table u (id int, a int); create function f() returns int language sql as 'select 1';
grant select, insert on u to "read er"; grant update (a) on u to "read er" with grant option; grant usage on schema app to "read er"; grant execute on function f() to "read er";
alter default privileges in schema app grant select on tables to "read er"; alter default privileges for role "read er" revoke execute on functions from public;
create policy p on u to "read er", anon using (true);
