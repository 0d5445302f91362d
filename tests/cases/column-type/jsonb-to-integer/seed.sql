INSERT INTO t VALUES (1, '17'), (2, 'null'), (3, NULL);
