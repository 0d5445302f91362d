INSERT INTO t VALUES ('happy', 'a');
