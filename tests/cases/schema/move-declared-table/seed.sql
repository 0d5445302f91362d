INSERT INTO customers VALUES (1); INSERT INTO orders (customer_id) VALUES (1), (1);
