create role "read er" createdb;
create table t (id int);
create policy p on t to "read er";
alter table t enable row level security;
