create role writer;
create table t (id int);
create policy p on t to writer, anon;
alter table t enable row level security;
