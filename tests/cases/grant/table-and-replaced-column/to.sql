create table t (a int, b boolean generated always as (a is not null) stored, c int);
grant select (b), select (c) on t to public;
