CREATE SCHEMA old;
CREATE TYPE old.mood AS ENUM ('sad', 'a.b', 'it''s');
CREATE TABLE diary (mood old.mood);
