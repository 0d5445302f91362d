CREATE TYPE part AS ENUM ('(x)', 'y');
CREATE DOMAIN more AS part;
CREATE TABLE t (id integer PRIMARY KEY, part part, more more, parts part[]);
