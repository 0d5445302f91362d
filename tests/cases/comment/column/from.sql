CREATE TABLE t (a integer, b integer); COMMENT ON COLUMN t.a IS 'one'; COMMENT ON COLUMN t.b IS 'stays';
