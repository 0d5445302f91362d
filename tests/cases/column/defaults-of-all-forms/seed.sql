INSERT INTO settings (key) VALUES (1), (2);
