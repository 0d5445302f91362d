CREATE TABLE t (id integer PRIMARY KEY, name text, age integer);
CREATE PUBLICATION p FOR TABLE t (id, age);
