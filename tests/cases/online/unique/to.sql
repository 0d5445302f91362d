CREATE TABLE users (id integer PRIMARY KEY, email text UNIQUE, age integer CONSTRAINT one_age UNIQUE NULLS NOT DISTINCT);
