CREATE TYPE mood AS ENUM ('happy', 'calm');
CREATE TABLE days (mood mood[] DEFAULT '{calm}');
