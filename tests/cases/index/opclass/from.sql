CREATE TABLE t (a integer, b text, c jsonb, d text[]);
