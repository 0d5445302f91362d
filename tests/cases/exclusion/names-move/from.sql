CREATE TABLE t (id integer, room text, during tsrange, at date, "to.t""al" integer, CONSTRAINT t_x EXCLUDE USING gist (tsrange(at, at + id) WITH &&) WHERE (room <> 'z'));
