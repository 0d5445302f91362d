CREATE TABLE people (first text, last text, shown text GENERATED ALWAYS AS (first || last) STORED);
