INSERT INTO people (given_name, family_name) VALUES ('Ada', 'Lovelace'), ('Grace', 'Hopper');
