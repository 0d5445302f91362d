INSERT INTO days (id) VALUES (1), (2);
