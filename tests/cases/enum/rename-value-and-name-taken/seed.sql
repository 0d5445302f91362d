INSERT INTO t VALUES ('ok'), ('ok');
