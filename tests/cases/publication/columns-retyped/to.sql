CREATE TABLE t (id integer PRIMARY KEY, age bigint);
CREATE PUBLICATION p FOR TABLE t (id, age);
