INSERT INTO t VALUES (1, 'X'), (2, 'x');
