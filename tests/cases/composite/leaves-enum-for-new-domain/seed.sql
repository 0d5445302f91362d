INSERT INTO t VALUES (1, 'a', '(1,b)'), (2, NULL, NULL);
