CREATE TYPE mood AS ENUM ('b'); COMMENT ON TYPE mood IS 'of the day'; CREATE TABLE t (m mood); COMMENT ON COLUMN t.m IS 'now';
