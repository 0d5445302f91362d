CREATE TABLE t (a text, b int);
CREATE TABLE gone (x int);
