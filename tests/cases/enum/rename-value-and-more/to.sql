CREATE SCHEMA new;
CREATE TYPE new.feeling AS ENUM ('sad', 'a=b', 'x', 'it''s "so"');
CREATE TABLE diary (mood new.feeling);
