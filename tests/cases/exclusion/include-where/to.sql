CREATE TABLE t (id integer, room text, during tsrange, at date, "to.t""al" integer, CONSTRAINT x EXCLUDE USING gist (during WITH &&) INCLUDE (id, "to.t""al") WHERE (id > 0));
