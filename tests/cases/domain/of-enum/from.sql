CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE DOMAIN feeling AS mood CONSTRAINT c CHECK (VALUE <> 'sad'); CREATE TABLE t (a feeling, b text);
