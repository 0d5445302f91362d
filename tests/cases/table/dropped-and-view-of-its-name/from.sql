CREATE TABLE people (id integer);
CREATE TABLE users (id integer, name text);
CREATE VIEW called AS SELECT id FROM users;
CREATE VIEW counted AS SELECT count(*) AS number FROM called;
