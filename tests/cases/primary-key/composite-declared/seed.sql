INSERT INTO lines VALUES (1, 1, 1), (1, 2, 1);
