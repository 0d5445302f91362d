INSERT INTO shop.orders (order_state) VALUES ('open'), ('paid');
