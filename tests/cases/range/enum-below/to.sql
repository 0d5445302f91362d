CREATE TYPE mood AS ENUM ('b', 'a', 'c'); CREATE TYPE r AS RANGE (SUBTYPE = mood); CREATE TABLE t (id integer, a r, b mood);
