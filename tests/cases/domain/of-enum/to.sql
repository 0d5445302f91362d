CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE DOMAIN feeling AS text; CREATE TABLE t (a feeling, b text);
