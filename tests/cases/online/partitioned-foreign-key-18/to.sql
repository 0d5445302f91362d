create table k (name text primary key);
create table t (a int primary key, b text constraint of_kind references k on delete cascade deferrable, c int constraint up references t) partition by range (a);
create table t_1 partition of t for values from (1) to (9);
create table t_2 partition of t for values from (9) to (19) partition by list (a);
create table t_2_9 partition of t_2 for values in (9);
create table u (a int constraint of_t references t on delete cascade, b text) partition by range (a);
create table u_1 partition of u for values from (1) to (9);
create table u_2 partition of u for values from (9) to (19);
