CREATE TABLE t (id integer, a int4range, b text, c box, CONSTRAINT x EXCLUDE USING gist (a WITH &&, int4range(id, id + 1) WITH =, c WITH &&));
