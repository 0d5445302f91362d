CREATE SEQUENCE order_number;
