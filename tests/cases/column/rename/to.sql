CREATE TABLE users (id integer PRIMARY KEY, full_name text NOT NULL, age integer);CREATE INDEX by_name ON users (full_name); ALTER TABLE users ADD CONSTRAINT named CHECK (full_name <> '');
