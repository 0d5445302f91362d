CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, age integer, token uuid DEFAULT gen_random_uuid() NOT NULL);
