CREATE TYPE feeling AS ENUM ('sad', 'happy'); CREATE TABLE person (mood feeling DEFAULT 'sad');
