CREATE EXTENSION vector;
CREATE TABLE t (id integer PRIMARY KEY, v vector);
