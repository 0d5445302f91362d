CREATE TYPE address AS (street text, zip bigint, m text); CREATE TYPE other AS (a integer, b text); CREATE TABLE t (id integer, home address, o other);
