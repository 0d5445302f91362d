CREATE TABLE t (id integer PRIMARY KEY, age integer) PARTITION BY RANGE (id);
CREATE PUBLICATION p FOR TABLE t (id) WITH (publish_via_partition_root);
