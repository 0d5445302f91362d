CREATE TABLE t (id integer CONSTRAINT t_pk PRIMARY KEY, code text, other integer);
CREATE UNIQUE INDEX t_code ON t (code);
