CREATE TYPE item AS (n boolean, s text); CREATE DOMAIN thing AS item; CREATE TABLE t (a item, b thing); CREATE TABLE u (a item);
