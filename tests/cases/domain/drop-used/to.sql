CREATE TABLE users (id integer, b text NOT NULL);
