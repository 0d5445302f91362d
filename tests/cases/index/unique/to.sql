CREATE TABLE t (a integer, b text, c jsonb, d text[]);CREATE UNIQUE INDEX i ON t (a);
