CREATE TABLE t (id integer PRIMARY KEY DEFERRABLE, "b c" integer CONSTRAINT u UNIQUE); CREATE TABLE r (t integer REFERENCES t ("b c"));
