CREATE TABLE t (id integer, a int4range, CONSTRAINT x EXCLUDE USING gist (a WITH &&));
