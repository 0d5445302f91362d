create table t (a int, b boolean generated always as (a is null) stored, c int);
grant insert on t to public;
grant select (b), select (c) on t to public;
