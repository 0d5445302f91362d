CREATE TABLE t (a integer, CONSTRAINT old CHECK (a > 0));
