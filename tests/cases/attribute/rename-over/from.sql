CREATE TYPE address AS (street text, "a""b" integer, zip integer); CREATE TABLE t (id integer, home address);
