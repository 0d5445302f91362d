CREATE TYPE address AS (street text, zip integer, city text); CREATE TABLE t (id integer, home address); CREATE VIEW v AS SELECT (home).street FROM t; CREATE VIEW w AS SELECT (home).zip, id FROM t;
