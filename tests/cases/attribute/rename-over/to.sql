CREATE TYPE address AS ("a""b" text, zip integer); CREATE TABLE t (id integer, home address);
