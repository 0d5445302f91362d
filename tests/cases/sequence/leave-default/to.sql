CREATE TABLE t (a int, id bigint);
