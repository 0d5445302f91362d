CREATE TABLE t (a text, b text GENERATED ALWAYS AS (a) STORED, n integer, m text GENERATED ALWAYS AS (n::text) STORED);
