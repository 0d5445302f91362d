CREATE TABLE t (a integer, "x.y" text); CREATE INDEX i ON t (a) INCLUDE ("x.y");
