INSERT INTO users VALUES ('a@b', 'c@d'), (NULL, 'e@f');
