CREATE TABLE t (id serial, other integer);
