CREATE TABLE t (a integer); COMMENT ON TABLE t IS 'It''s a table'; CREATE TABLE u (a integer);
