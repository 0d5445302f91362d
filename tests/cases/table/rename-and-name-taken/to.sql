CREATE TABLE people (id integer, name text); CREATE TABLE users (id integer, name text);
