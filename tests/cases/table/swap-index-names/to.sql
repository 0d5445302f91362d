CREATE TABLE a (x integer); CREATE TABLE b (x integer); CREATE INDEX one ON b (x); CREATE INDEX three ON a (x);
