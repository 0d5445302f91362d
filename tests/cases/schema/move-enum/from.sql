CREATE SCHEMA a; CREATE TYPE state AS ENUM ('on', 'off'); CREATE TABLE t (s state DEFAULT 'on');
