CREATE SEQUENCE order_number; CREATE TABLE t (id integer, n bigint DEFAULT nextval('order_number'));
