INSERT INTO users VALUES ('a');
