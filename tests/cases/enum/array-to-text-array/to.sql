CREATE TABLE person (moods text[] DEFAULT '{sad}' NOT NULL);
