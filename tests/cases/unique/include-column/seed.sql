INSERT INTO t VALUES (1, 'b', 1, 1), (2, 'c', 2, 1);
