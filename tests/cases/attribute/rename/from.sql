CREATE TYPE address AS (street text, zip integer); CREATE TABLE t (id integer, home address); CREATE VIEW v AS SELECT (home).street FROM t;
