create table t (k text) partition by list (k);
create table u (k text) partition by list (k);
create table part partition of u for values in ('a', 'b');
