CREATE TYPE address AS (street text, zip integer); CREATE TABLE t (id integer, a address, b address, c jsonb);
