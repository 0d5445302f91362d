CREATE TYPE mood AS ENUM ('b', 'a');
CREATE DOMAIN word AS text;
CREATE TYPE spot AS (at integer, as_of word);
CREATE TABLE t (id integer, b mood, c spot);
