CREATE TYPE mood AS ENUM ('low', 'ok'); CREATE TABLE t (mood mood, moods mood[]);
