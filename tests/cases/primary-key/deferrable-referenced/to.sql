CREATE TABLE t (id integer PRIMARY KEY, "b c" integer CONSTRAINT u UNIQUE); CREATE TABLE r (t integer REFERENCES t);
