CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED, c text GENERATED ALWAYS AS ('x' || a) STORED, d varchar(10) GENERATED ALWAYS AS (chr(a + 65)) STORED);
