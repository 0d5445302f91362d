CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE moods (mood mood PRIMARY KEY);
CREATE TABLE people (id integer PRIMARY KEY, mood mood REFERENCES moods (mood) ON DELETE CASCADE DEFERRABLE);
