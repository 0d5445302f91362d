CREATE TABLE orders (id smallint, kind boolean GENERATED ALWAYS AS (id IS NOT NULL) STORED);
CREATE TABLE items ("order" integer);
