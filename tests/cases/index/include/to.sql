CREATE TABLE t (a integer, b text, "c""d" text); CREATE INDEX i ON t (a) INCLUDE ("c""d", b); CREATE UNIQUE INDEX j ON t (b) INCLUDE ("c""d") WHERE a > 0;
