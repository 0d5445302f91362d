CREATE TABLE t (id integer NOT NULL, a text NOT NULL, b text, PRIMARY KEY (id) INCLUDE (a, b)); CREATE TABLE o (t integer REFERENCES t);
CREATE TABLE u (id integer, a text, PRIMARY KEY (id) INCLUDE (a)); CREATE TABLE v (id integer, a text);
CREATE TABLE w (id integer, a text, PRIMARY KEY (id) INCLUDE (a));
