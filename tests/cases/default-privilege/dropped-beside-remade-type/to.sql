CREATE DOMAIN word AS varchar(10);
CREATE TABLE t (w word);
