CREATE TABLE kept (id int, of text);
