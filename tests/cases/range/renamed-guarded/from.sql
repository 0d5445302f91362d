CREATE TYPE r AS RANGE (SUBTYPE = integer); CREATE TABLE t (id integer, a r);
