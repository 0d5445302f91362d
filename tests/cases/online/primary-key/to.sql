CREATE TABLE users (a integer, b integer NOT NULL, CONSTRAINT users_pk PRIMARY KEY (a, b));
