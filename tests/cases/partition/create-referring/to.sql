create table kinds (name text primary key);
create table facts (id int, kind text references kinds) partition by list (kind);
create table facts_a partition of facts for values in ('a');
