CREATE TABLE t (a integer, "b""c" integer GENERATED ALWAYS AS (a + 1) VIRTUAL, d integer GENERATED ALWAYS AS (a + 2) STORED);
