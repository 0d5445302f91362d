CREATE TYPE address AS (road text, zip integer, city text); CREATE TABLE t (id integer, home address); CREATE VIEW v AS SELECT (home).road AS street FROM t;
