CREATE TABLE t (a integer, b text); GRANT SELECT (a, b) ON t TO anon; GRANT ALL (a) ON t TO authenticated;
