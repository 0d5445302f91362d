CREATE TABLE t (id integer, a int4range, CONSTRAINT t_a_excl EXCLUDE USING gist (a WITH &&));
