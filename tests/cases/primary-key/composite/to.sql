CREATE TABLE t (a integer NOT NULL, b text NOT NULL, CONSTRAINT t_pk PRIMARY KEY (b, a));
