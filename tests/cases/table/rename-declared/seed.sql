INSERT INTO users (email, parent) VALUES ('a', NULL), ('b', 1); INSERT INTO posts (author) VALUES (1);
