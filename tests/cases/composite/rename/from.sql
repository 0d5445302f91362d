CREATE SCHEMA app; CREATE TYPE address AS (street text); CREATE TABLE t (id integer, home address, more address[]);
