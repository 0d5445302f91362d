CREATE TYPE mood AS ENUM ('happy', 'sad'); CREATE TABLE person (mood mood DEFAULT 'sad', past mood[] DEFAULT '{sad}'); CREATE INDEX person_mood ON person (mood);
