CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TYPE r AS RANGE (SUBTYPE = mood);
CREATE TABLE t (id integer, a r, b mood);
