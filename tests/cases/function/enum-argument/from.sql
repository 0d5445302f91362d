CREATE TYPE mood AS ENUM ('ok', 'sad', 'bad');
CREATE TABLE t (m mood);
CREATE FUNCTION worse(mood) RETURNS mood[] LANGUAGE plpgsql AS 'BEGIN RETURN array[$1]; END';
