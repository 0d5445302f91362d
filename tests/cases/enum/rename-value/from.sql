CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE diary (day date, mood mood DEFAULT 'sad', moods mood[], CHECK (mood <> 'sad' OR day > '2000-01-01'), note text DEFAULT 'sad');
CREATE INDEX sad_days ON diary (day) WHERE mood = 'sad';
ALTER TABLE diary ENABLE ROW LEVEL SECURITY;
CREATE POLICY no_sadness ON diary USING (mood <> 'sad');
