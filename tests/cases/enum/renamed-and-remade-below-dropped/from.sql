CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TYPE spot AS (at integer, as_of mood);
CREATE TABLE t (id integer, b mood, c spot);
