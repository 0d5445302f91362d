CREATE TABLE t (a integer); GRANT ALL ON t TO anon; GRANT SELECT ON t TO authenticated;
