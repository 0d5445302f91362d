CREATE TABLE t (a integer, b text, c integer, d integer, UNIQUE (a) INCLUDE (b), UNIQUE (b) INCLUDE (c, d));
