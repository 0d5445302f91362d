CREATE TABLE t (id integer, room text, during tsrange, at date, "to.t""al" integer, CONSTRAINT x EXCLUDE USING gist (during WITH &&));
