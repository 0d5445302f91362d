CREATE DOMAIN code AS varchar(9);
