CREATE DOMAIN email AS text NOT NULL; CREATE DOMAIN home AS email; CREATE TABLE users (id integer, mail email, home home);
