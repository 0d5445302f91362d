CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE users (id integer, mood mood) PARTITION BY LIST (mood);
CREATE TABLE sad PARTITION OF users FOR VALUES IN ('sad');
