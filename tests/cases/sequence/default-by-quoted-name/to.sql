CREATE SEQUENCE "Order.numbers";
CREATE TABLE orders (id bigint, number bigint DEFAULT nextval('"Order.numbers"'));
CREATE TABLE more (number bigint DEFAULT nextval('"public"."Order.numbers"'));
