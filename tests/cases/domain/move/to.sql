CREATE SCHEMA app; CREATE DOMAIN app.mail AS text NOT NULL; CREATE TABLE users (mail app.mail);
