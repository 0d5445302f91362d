CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, age integer);CREATE TABLE post (id bigserial PRIMARY KEY, author integer NOT NULL REFERENCES users(id) ON DELETE CASCADE);
