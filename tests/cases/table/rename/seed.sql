INSERT INTO users (email, age) VALUES ('a', 3), ('b', 4); INSERT INTO post VALUES (1, 1);
