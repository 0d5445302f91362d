create role writer;
create table t (id int);
alter table t enable row level security;
create policy p on t to writer, anon;
create policy q on t to current_user, writer;
