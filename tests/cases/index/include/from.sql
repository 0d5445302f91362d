CREATE TABLE t (a integer, b text, "c""d" text); CREATE INDEX i ON t (a); CREATE UNIQUE INDEX j ON t (b) INCLUDE (a);
