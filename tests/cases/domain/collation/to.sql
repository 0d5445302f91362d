CREATE DOMAIN email AS text; CREATE TABLE users (mail email COLLATE "POSIX");
