CREATE SCHEMA "e.xt";
CREATE EXTENSION vector SCHEMA "e.xt";
CREATE EXTENSION citext SCHEMA "e.xt";
CREATE TABLE t (a text, b jsonb);
