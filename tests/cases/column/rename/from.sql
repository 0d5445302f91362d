CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, age integer);CREATE INDEX by_name ON users (name); ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '');
