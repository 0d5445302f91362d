CREATE DOMAIN code AS text CONSTRAINT c CHECK (VALUE <> ''); CREATE TYPE item AS (code code, n integer); CREATE TABLE t (id integer, a item, b item[]);
