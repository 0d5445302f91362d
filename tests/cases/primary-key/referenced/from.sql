CREATE TABLE a (x integer NOT NULL, y integer NOT NULL UNIQUE, PRIMARY KEY (x)); CREATE TABLE b (x integer REFERENCES a(x));
