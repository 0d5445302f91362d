CREATE TYPE mood AS ENUM ('sad', 'happy', 'great'); CREATE TABLE person (mood mood);
