CREATE TYPE s AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = many); CREATE TABLE t (id integer, a s);
