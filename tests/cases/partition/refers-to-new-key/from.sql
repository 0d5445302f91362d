CREATE TABLE orders (id integer, kind integer, CONSTRAINT orders_key PRIMARY KEY (id) INCLUDE (kind));
CREATE TABLE items ("order" integer PRIMARY KEY REFERENCES orders (id)) PARTITION BY RANGE ("order");
