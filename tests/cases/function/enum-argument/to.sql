CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood);
CREATE FUNCTION worse(mood) RETURNS mood[] LANGUAGE plpgsql AS 'BEGIN RETURN array[$1]; END';
