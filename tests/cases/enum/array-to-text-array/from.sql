CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE person (moods mood[] DEFAULT '{sad}' NOT NULL);
