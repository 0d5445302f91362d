CREATE TABLE orders (id integer, kind boolean GENERATED ALWAYS AS (id IS NOT NULL) STORED, CONSTRAINT orders_key PRIMARY KEY (id) INCLUDE (kind));
CREATE TABLE items ("order" integer PRIMARY KEY REFERENCES orders (id)) PARTITION BY HASH ("order");
