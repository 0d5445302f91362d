CREATE TABLE t (a integer, b text, c jsonb, d text[]);CREATE INDEX old ON t (a);
