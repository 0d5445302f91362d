CREATE TYPE mood AS ENUM ('happy', 'unhappy', 'ok');
CREATE TABLE diary (mood mood DEFAULT 'unhappy');
