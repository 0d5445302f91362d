CREATE TABLE t (id integer, a text, CONSTRAINT x EXCLUDE USING btree (a WITH =));
