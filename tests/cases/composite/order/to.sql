CREATE TYPE address AS (country text, city text, street text, zip integer); CREATE TABLE t (id integer, home address);
