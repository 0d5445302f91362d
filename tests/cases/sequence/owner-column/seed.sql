INSERT INTO t VALUES (1, nextval('s'));
