INSERT INTO t VALUES (1, ROW('2024-02-29', 'ok'), ARRAY[ROW(NULL, 'sad')::day], 'ok');
