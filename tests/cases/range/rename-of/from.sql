CREATE SCHEMA app; CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TYPE moodrange AS RANGE (SUBTYPE = mood);
CREATE TABLE t (id integer, a moodrange DEFAULT moodrange('a', 'b'));
