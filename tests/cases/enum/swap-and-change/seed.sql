INSERT INTO t VALUES ('y', 'x');
