INSERT INTO t VALUES (1, ROW('a'), ARRAY[ROW('b')::address]);
