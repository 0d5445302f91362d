CREATE SCHEMA a; CREATE TYPE a.state AS ENUM ('on', 'off'); CREATE TABLE t (s a.state DEFAULT 'on');
