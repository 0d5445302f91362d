CREATE TABLE t (id integer, a text, CONSTRAINT x EXCLUDE USING hash (a WITH =));
