CREATE SCHEMA app; CREATE TYPE app.place AS (street text, city text); CREATE TABLE t (id integer, home app.place);
