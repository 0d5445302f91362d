CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW named AS SELECT id, name FROM people;
