CREATE TABLE t (id integer PRIMARY KEY, v interval year to month);
