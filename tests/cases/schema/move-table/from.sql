CREATE SCHEMA billing; CREATE TABLE invoice (id integer PRIMARY KEY);
