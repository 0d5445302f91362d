CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> '') CONSTRAINT b CHECK (length(VALUE) < 80) CONSTRAINT d CHECK (VALUE <> 'd'); CREATE TABLE users (mail email, "o""ther" email NOT NULL);
