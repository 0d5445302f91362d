create role reader createdb;
create table t (id int);
create policy p on t to reader;
alter table t enable row level security;
