CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TYPE size AS ENUM ('a', 'b', 'c'); CREATE TYPE r AS RANGE (SUBTYPE = mood); CREATE TABLE t (id integer, a r DEFAULT '[a,b)');
