CREATE TYPE r AS RANGE (SUBTYPE = date); CREATE TABLE t (id integer, a r NOT NULL, b r[]);
