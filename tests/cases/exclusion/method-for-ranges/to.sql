CREATE TABLE t (id integer, a int4range, CONSTRAINT x EXCLUDE USING spgist (a WITH &&));
