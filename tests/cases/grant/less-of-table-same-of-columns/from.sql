CREATE TABLE t (a integer, "B b" text); GRANT SELECT, INSERT ON t TO anon; GRANT SELECT (a), SELECT ("B b") ON t TO anon WITH GRANT OPTION;
