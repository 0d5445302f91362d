CREATE TABLE people (id integer, name text);
CREATE VIEW called AS SELECT id FROM people;
