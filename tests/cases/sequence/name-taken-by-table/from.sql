CREATE SEQUENCE people;
CREATE TABLE users (id integer, name text);
CREATE VIEW called AS SELECT id FROM users;
