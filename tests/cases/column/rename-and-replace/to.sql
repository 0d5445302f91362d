CREATE TABLE people (last text, full_name text GENERATED ALWAYS AS (upper(last)) STORED);
