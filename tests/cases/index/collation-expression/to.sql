CREATE TABLE t (a text); CREATE INDEX i ON t (lower(a) COLLATE "C", (a || a) COLLATE "POSIX");
