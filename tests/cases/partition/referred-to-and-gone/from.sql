CREATE TABLE orders (id integer, "user" integer);
CREATE VIEW latest AS SELECT id, "user" FROM orders;
CREATE TABLE users (id integer PRIMARY KEY) PARTITION BY RANGE (id);
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY ("user") REFERENCES users (id);
CREATE TABLE all_users PARTITION OF users DEFAULT;
