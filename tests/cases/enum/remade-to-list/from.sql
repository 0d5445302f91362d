CREATE TYPE mood AS ENUM ('sad', 'calm');
CREATE TABLE days (mood mood DEFAULT 'calm');
