INSERT INTO person VALUES ('happy', '{happy,sad}');
