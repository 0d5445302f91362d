INSERT INTO t VALUES ('y', 3, false);
