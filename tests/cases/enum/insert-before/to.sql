CREATE TYPE mood AS ENUM ('awful', 'sad', 'meh', 'ok', 'happy'); CREATE TABLE person (mood mood);
