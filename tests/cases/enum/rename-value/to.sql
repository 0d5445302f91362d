CREATE TYPE mood AS ENUM ('unhappy', 'ok', 'happy');
CREATE TABLE diary (day date, mood mood DEFAULT 'unhappy', moods mood[], CHECK (mood <> 'unhappy' OR day > '2000-01-01'), note text DEFAULT 'sad');
CREATE INDEX sad_days ON diary (day) WHERE mood = 'unhappy';
ALTER TABLE diary ENABLE ROW LEVEL SECURITY;
CREATE POLICY no_sadness ON diary USING (mood <> 'unhappy');
