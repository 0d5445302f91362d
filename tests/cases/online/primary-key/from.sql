CREATE TABLE users (a integer, b integer NOT NULL);
