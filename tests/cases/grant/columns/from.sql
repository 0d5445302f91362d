CREATE TABLE t (a integer, b text); GRANT SELECT (a), UPDATE (a, b) ON t TO anon;
