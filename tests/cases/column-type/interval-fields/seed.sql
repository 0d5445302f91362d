INSERT INTO t VALUES (1, '1 year');
