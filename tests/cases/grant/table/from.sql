CREATE TABLE t (a integer); GRANT SELECT, DELETE ON t TO anon; GRANT INSERT ON t TO authenticated;
