CREATE TABLE t (a bigint, b text); COMMENT ON COLUMN t.a IS 'two'; COMMENT ON COLUMN t.b IS 'stays';
