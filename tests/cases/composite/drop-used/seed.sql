INSERT INTO t VALUES (1, ROW('a', 1), ROW('b', 2), '{}');
