CREATE TABLE t (a integer, b text, c jsonb, d text[]);CREATE INDEX i ON t (b text_pattern_ops);
