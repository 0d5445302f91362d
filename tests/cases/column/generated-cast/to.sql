CREATE TABLE t (a text, b integer GENERATED ALWAYS AS (length(a)) STORED, n integer, m bigint GENERATED ALWAYS AS (n + 1) STORED);
