CREATE TABLE t (a integer, c integer GENERATED ALWAYS AS (a * 2) STORED); CREATE INDEX i ON t (c);
