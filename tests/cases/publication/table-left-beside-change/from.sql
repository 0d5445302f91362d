CREATE TABLE t (id integer PRIMARY KEY, age integer);
CREATE TABLE u (id integer PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t (id, age), u;
