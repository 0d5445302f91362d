INSERT INTO t (b) VALUES ('b');
