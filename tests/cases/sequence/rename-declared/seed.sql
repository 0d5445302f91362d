SELECT setval('numbers', 7); INSERT INTO items DEFAULT VALUES;
