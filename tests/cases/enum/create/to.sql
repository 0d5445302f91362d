CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy'); CREATE TABLE person (id integer, mood mood DEFAULT 'it''s ok' NOT NULL, past mood[] DEFAULT '{}');
