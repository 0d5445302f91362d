CREATE TABLE t (id integer PRIMARY KEY, age integer);
CREATE PUBLICATION p FOR TABLE t (id, age);
