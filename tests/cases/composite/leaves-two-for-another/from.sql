CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TYPE state AS ENUM ('x', 'y');
CREATE DOMAIN word AS text;
CREATE TYPE spot AS (one state, two word);
CREATE TABLE t (id integer, b mood, c spot);
