CREATE TABLE a (x integer); CREATE TABLE b (x integer); CREATE INDEX one ON a (x); CREATE INDEX two ON b (x);
