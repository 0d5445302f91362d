CREATE DOMAIN mood AS text CHECK (VALUE <> 'x');
CREATE TABLE people (id integer PRIMARY KEY, mood mood DEFAULT 'sad' NOT NULL, moods mood[]);
CREATE INDEX people_mood ON people (mood);
