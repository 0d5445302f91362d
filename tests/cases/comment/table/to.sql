CREATE TABLE t (a integer); COMMENT ON TABLE t IS E'Two\nlines, a \\backslash and ''quotes''; --'; CREATE TABLE u (a integer); COMMENT ON TABLE u IS 'new';
