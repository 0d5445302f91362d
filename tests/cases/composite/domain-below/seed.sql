INSERT INTO t VALUES (1, ROW('a', 1), ARRAY[ROW('b', NULL)::item]);
