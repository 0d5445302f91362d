CREATE TABLE t (a integer, b text, c text); GRANT SELECT (a), SELECT (c) ON t TO anon; GRANT UPDATE (b) ON t TO anon WITH GRANT OPTION;
