CREATE SCHEMA "e.xt";
CREATE EXTENSION vector SCHEMA "e.xt";
CREATE EXTENSION citext SCHEMA "e.xt";
CREATE TABLE t (a "e.xt".citext, b "e.xt".vector(3), c "e.xt".vector(3), d "e.xt".halfvec(2)[]);
CREATE INDEX t_c ON t USING hnsw (c "e.xt".vector_l2_ops);
CREATE TABLE u (a "e.xt".citext PRIMARY KEY);
