CREATE TYPE r AS RANGE (SUBTYPE = integer); CREATE TABLE t (id integer, a r, CONSTRAINT x EXCLUDE USING gist (a WITH &&)); CREATE INDEX i ON t USING gist (a);
