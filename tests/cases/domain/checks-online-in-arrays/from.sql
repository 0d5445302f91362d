CREATE DOMAIN code AS text; CREATE TABLE t (a code);
