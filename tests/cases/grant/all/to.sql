CREATE TABLE t (a integer); GRANT SELECT ON t TO anon; GRANT ALL ON t TO authenticated;
