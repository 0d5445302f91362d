CREATE DOMAIN code AS text; CREATE TABLE t (id integer, a code[], b code DEFAULT 'b'); CREATE VIEW v AS SELECT a FROM t;
