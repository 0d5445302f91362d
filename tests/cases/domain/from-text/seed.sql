INSERT INTO users VALUES (1, 'a@b', 'c@d', '{e@f}', 4, 'g@h');
