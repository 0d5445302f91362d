CREATE TYPE app_days AS RANGE (SUBTYPE = date); CREATE TABLE t (id integer, a app_days NOT NULL, b app_days[]);
