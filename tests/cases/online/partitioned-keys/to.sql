create table t (a int, b text, c int not null, primary key (a, c), constraint once unique (c, a, b) deferrable initially deferred) partition by range (a);
create table t_1 partition of t for values from (1) to (9);
create table t_2 partition of t for values from (9) to (19) partition by list (c);
create table t_2_5 partition of t_2 for values in (5);
create table t_2_rest partition of t_2 default;
