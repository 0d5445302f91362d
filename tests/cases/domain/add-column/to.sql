CREATE DOMAIN email AS text NOT NULL DEFAULT 'x@y' CONSTRAINT c CHECK (VALUE <> ''); CREATE DOMAIN plain AS text; CREATE TABLE users (id integer, mail email, note plain);
