INSERT INTO items (unit_price, final_price) VALUES (2, 1), (3, 3);
