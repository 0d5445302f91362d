CREATE DOMAIN code AS varchar(9) COLLATE "C";
