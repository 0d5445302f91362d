CREATE TABLE t (a integer, b text, c text); CREATE UNIQUE INDEX i ON t (a) INCLUDE (b);
