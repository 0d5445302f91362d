CREATE TABLE t (id integer NOT NULL, a text, b text, PRIMARY KEY (id) INCLUDE (a)); CREATE TABLE o (t integer REFERENCES t);
CREATE TABLE u (id integer, a text, PRIMARY KEY (id)); CREATE TABLE v (id integer, a text, PRIMARY KEY (id) INCLUDE (a));
