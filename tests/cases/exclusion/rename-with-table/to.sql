CREATE TABLE u (id integer, b int4range, CONSTRAINT u_b_excl EXCLUDE USING gist (b WITH &&));
