CREATE TYPE item AS (n integer, s text); CREATE DOMAIN thing AS item; CREATE TABLE t (a item, b thing);
