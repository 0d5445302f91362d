create table t (a int) partition by range (a);
create table t_1 partition of t for values from (1) to (9);
create table t_rest partition of t default;
create table u (a int) partition by range (a);
create table u_1 partition of u for values from (1) to (9);
