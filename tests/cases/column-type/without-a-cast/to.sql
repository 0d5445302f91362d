CREATE TABLE t (v timestamp);
