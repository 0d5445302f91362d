CREATE TYPE address AS (street text, zip integer, n integer); CREATE TABLE t (id integer, home address);
