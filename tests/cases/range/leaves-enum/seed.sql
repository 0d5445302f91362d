INSERT INTO t VALUES (1, 'empty', 'a'), (2, NULL, 'b');
