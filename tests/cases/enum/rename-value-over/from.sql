CREATE TYPE mood AS ENUM ('sad', 'ok', 'low'); CREATE TABLE t (mood mood, moods mood[]);
