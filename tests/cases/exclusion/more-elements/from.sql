CREATE TABLE t (id integer, a int4range, b text, CONSTRAINT x EXCLUDE USING gist (a WITH &&));
