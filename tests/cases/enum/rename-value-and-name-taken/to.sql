CREATE TYPE mood AS ENUM ('low', 'ok', 'sad'); CREATE TABLE t (mood mood);
