CREATE DOMAIN other AS integer; CREATE DOMAIN email AS text CONSTRAINT c CHECK (VALUE <> '') CONSTRAINT d CHECK (VALUE <> 'd'); CREATE TABLE users (mail email, n other);
