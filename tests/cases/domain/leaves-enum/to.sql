CREATE TYPE mood AS ENUM ('b', 'a');
CREATE DOMAIN feeling AS text CHECK (VALUE <> '');
CREATE TABLE t (id integer, b mood, c feeling);
