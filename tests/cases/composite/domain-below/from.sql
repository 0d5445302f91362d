CREATE DOMAIN code AS text; CREATE TYPE item AS (code code, n integer); CREATE TABLE t (id integer, a item, b item[]);
