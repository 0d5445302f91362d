CREATE TYPE mood AS ENUM ('sad', 'happy', 'great'); CREATE TABLE person (mood mood DEFAULT 'great', other mood DEFAULT 'great' NOT NULL);
