create table t (id int, g int generated always as (id) stored, constraint once unique (g));
