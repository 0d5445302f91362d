CREATE TABLE t (a integer, b text, "c""d" json, CONSTRAINT u1 UNIQUE (a) INCLUDE (b), CONSTRAINT u2 UNIQUE (b), CONSTRAINT u3 UNIQUE (a) INCLUDE ("c""d"));
CREATE TABLE o (a integer REFERENCES t (a), b text REFERENCES t (b));
