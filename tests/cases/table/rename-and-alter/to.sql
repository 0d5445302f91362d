CREATE TABLE people (id integer PRIMARY KEY, full_name text NOT NULL, age bigint NOT NULL DEFAULT 0, email text);
