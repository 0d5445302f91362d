CREATE DOMAIN email AS text; CREATE DOMAIN home AS email; CREATE TABLE users (id integer, mail email, home home);
