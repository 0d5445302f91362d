CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE diary (mood mood DEFAULT 'sad');
