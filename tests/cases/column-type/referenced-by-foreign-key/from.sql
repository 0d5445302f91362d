CREATE TABLE a (id integer PRIMARY KEY); CREATE TABLE b (a integer REFERENCES a(id));
