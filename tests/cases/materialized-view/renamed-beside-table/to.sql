CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE MATERIALIZED VIEW crowd AS SELECT id FROM people;
CREATE VIEW named AS SELECT id, name FROM people;
