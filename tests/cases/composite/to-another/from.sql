CREATE TYPE a AS (x integer, y text); CREATE TYPE b AS (y text, z integer); CREATE TABLE t (id integer, c a, d a);
