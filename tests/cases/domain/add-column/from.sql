CREATE DOMAIN email AS text NOT NULL DEFAULT 'x@y' CONSTRAINT c CHECK (VALUE <> ''); CREATE TABLE users (id integer);
