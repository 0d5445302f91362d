CREATE TABLE t (a integer, CONSTRAINT positive CHECK (a > 0 AND a < 100));
