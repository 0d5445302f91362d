CREATE TABLE t (a integer, CONSTRAINT new CHECK (a > 0));
