CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE MATERIALIZED VIEW people AS SELECT id FROM users;
CREATE VIEW called AS SELECT id, name FROM users;
