INSERT INTO users VALUES (1, 'a'); INSERT INTO notes VALUES (1, 1, 'x');
