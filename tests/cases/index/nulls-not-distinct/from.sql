CREATE TABLE t (a integer, b integer); CREATE UNIQUE INDEX i ON t (a, b); CREATE UNIQUE INDEX j ON t ((a + b));
