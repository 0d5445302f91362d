CREATE TABLE t (a integer, b bigint GENERATED ALWAYS AS (a * 2) STORED, c integer GENERATED ALWAYS AS (a + 1) STORED, d varchar(20) GENERATED ALWAYS AS (chr(a + 65)) STORED);
