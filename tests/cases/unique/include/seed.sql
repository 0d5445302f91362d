INSERT INTO t VALUES (1, 'b', '{}'), (2, 'c', NULL); INSERT INTO o VALUES (1, 'c');
