CREATE EXTENSION vector;
CREATE EXTENSION citext;
CREATE TABLE t (a citext, b int, v vector(3));
CREATE INDEX t_v ON t USING hnsw (v vector_l2_ops);
CREATE TABLE aa (v halfvec(2), w vector[]);
