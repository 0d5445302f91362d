CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> ''); CREATE TABLE users (mail email);
