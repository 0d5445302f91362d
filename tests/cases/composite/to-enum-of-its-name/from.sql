CREATE TYPE part AS (a text);
CREATE DOMAIN more AS part;
CREATE TABLE t (id integer PRIMARY KEY, part part, more more, parts part[]);
