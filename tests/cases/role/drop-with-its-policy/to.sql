create table t (id int);
create policy p on t to anon;
alter table t enable row level security;
