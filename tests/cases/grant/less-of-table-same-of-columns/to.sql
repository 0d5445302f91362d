CREATE TABLE t (a integer, "B b" text); GRANT INSERT ON t TO anon; GRANT SELECT (a), SELECT ("B b") ON t TO anon WITH GRANT OPTION;
