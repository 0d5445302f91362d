create table k (name text primary key);
create table t (a int not null, b text references k, c int check (c > 0), primary key (a), unique (a, c)) partition by range (a);
create table t_1 partition of t for values from (1) to (maxvalue);
