CREATE DOMAIN email AS text CONSTRAINT c CHECK (VALUE <> ''); CREATE TABLE users (id integer, a email, b email NOT NULL);
