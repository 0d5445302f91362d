CREATE TABLE a (x integer NOT NULL UNIQUE, y integer NOT NULL, PRIMARY KEY (y)); CREATE TABLE b (x integer REFERENCES a(x));
