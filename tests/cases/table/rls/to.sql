CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, age integer);ALTER TABLE users ENABLE ROW LEVEL SECURITY;
