CREATE TABLE t (a integer); COMMENT ON TABLE t IS 'goes'; COMMENT ON COLUMN t.a IS 'goes'; CREATE TABLE k (a integer, b integer); COMMENT ON COLUMN k.b IS 'goes';
