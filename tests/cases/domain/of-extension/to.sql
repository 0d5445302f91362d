CREATE EXTENSION citext; CREATE DOMAIN email AS citext CONSTRAINT c CHECK (VALUE LIKE '%@%'); CREATE TABLE t (id integer, a email);
