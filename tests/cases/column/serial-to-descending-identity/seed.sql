INSERT INTO t (other) VALUES (1), (2);
