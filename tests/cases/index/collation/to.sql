CREATE COLLATION "my ""C" (locale = 'C'); CREATE TABLE t (a text, b text COLLATE "C"); CREATE INDEX i ON t (a, b COLLATE "my ""C" text_pattern_ops); CREATE INDEX j ON t (lower(b) COLLATE "POSIX");
