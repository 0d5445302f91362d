create table t (id int, g int generated always as (0) stored);
