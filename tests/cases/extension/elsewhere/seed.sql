INSERT INTO t VALUES ('x', '[1, 2, 3]');
