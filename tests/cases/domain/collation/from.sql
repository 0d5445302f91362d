CREATE DOMAIN email AS text COLLATE "C"; CREATE TABLE users (mail email);
