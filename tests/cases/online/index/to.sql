CREATE TABLE users (id integer PRIMARY KEY, email text, age integer);
CREATE INDEX by_email ON users (email);
CREATE UNIQUE INDEX by_age ON users (age);
