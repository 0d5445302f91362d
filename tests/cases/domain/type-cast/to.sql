CREATE DOMAIN n AS integer CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (id integer, a n, b n[], c text);
