CREATE TABLE parents (id integer PRIMARY KEY); CREATE TABLE children (parent integer REFERENCES parents CHECK (parent > 0), name text UNIQUE); CREATE INDEX by_parent ON children (parent);
