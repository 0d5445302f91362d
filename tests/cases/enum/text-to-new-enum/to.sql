CREATE TYPE mood AS ENUM ('sad', 'it''s ok'); CREATE TABLE t (id integer PRIMARY KEY, v mood);
