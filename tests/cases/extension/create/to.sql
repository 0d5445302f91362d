CREATE SCHEMA ext;
CREATE EXTENSION vector SCHEMA ext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION citext;
CREATE TABLE docs (id int, title text, alias citext);
CREATE TYPE kind AS ENUM ('a');
CREATE INDEX docs_trgm ON docs USING gin (title gin_trgm_ops);
CREATE FUNCTION near(v ext.vector) RETURNS float LANGUAGE sql RETURN ext.l2_distance(v, v);
