create domain "d d" as int constraint one check (value > 0) constraint "t wo" check (value > 0);
create table t (a "d d"[]);
