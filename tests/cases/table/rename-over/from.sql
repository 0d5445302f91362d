CREATE TABLE users (id integer, name text); CREATE TABLE people (id integer, age integer);
