CREATE TABLE users (id integer, name text);
CREATE VIEW people AS SELECT id FROM users;
CREATE VIEW counted AS SELECT count(*) AS number FROM people;
