INSERT INTO t (a, n) VALUES ('x', 1), ('yy', 2);
