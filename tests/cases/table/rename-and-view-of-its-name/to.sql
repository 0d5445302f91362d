CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW users AS SELECT id, name FROM people;
CREATE VIEW names AS SELECT name FROM people;
CREATE VIEW both_names AS SELECT p.name FROM users u JOIN people p USING (id);
