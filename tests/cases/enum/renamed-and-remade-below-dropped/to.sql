CREATE TYPE feeling AS ENUM ('b', 'a');
CREATE TABLE t (id integer, b feeling);
