CREATE TYPE address AS (street text, zip integer, city text); CREATE TABLE t (id integer, home address);
