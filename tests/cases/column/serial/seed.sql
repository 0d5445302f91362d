INSERT INTO t (id, v) VALUES (7, 'x');
