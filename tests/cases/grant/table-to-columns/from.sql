CREATE TABLE t (a integer, b text, c text); GRANT SELECT, INSERT ON t TO anon; GRANT SELECT (a) ON t TO anon; GRANT SELECT (b) ON t TO anon;
