CREATE TABLE person (mood text DEFAULT 'sad' NOT NULL);
