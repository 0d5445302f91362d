CREATE DOMAIN email AS text CONSTRAINT c CHECK (VALUE <> ''); CREATE TABLE users (mail email DEFAULT 'a'::email, more email[]);
