CREATE COLLATION "my ""C" (locale = 'C'); CREATE TABLE t (a text, b text COLLATE "C"); CREATE INDEX i ON t (a COLLATE "C" DESC, b); CREATE INDEX j ON t (lower(b));
