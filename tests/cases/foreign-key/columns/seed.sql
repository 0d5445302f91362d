INSERT INTO users VALUES (1, 1), (1, 2);
INSERT INTO posts VALUES (1, 1, 2), (2, NULL, 1), (3, 1, NULL);
