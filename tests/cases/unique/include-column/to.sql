CREATE TABLE t (a integer, e text, c bigint, UNIQUE (a) INCLUDE (e), CONSTRAINT t_b_c_d_key UNIQUE (e) INCLUDE (c));
