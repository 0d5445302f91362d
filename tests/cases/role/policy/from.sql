create table t (id int);
alter table t enable row level security;
create policy p on t to anon;
