CREATE TYPE mood AS ENUM ('b', 'a');
CREATE TYPE state AS ENUM ('y', 'x');
CREATE DOMAIN word AS varchar(40);
CREATE TYPE spot AS (one mood);
CREATE TABLE t (id integer, b mood, c spot);
