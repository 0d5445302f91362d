CREATE TABLE t (id integer, code text, other integer, CONSTRAINT t_pk PRIMARY KEY (id) INCLUDE (other), CONSTRAINT t_other FOREIGN KEY (other) REFERENCES t (id));
CREATE UNIQUE INDEX t_code ON t (code) INCLUDE (id);
CREATE TABLE u (code text REFERENCES t (code));
