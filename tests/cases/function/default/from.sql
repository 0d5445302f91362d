CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE FUNCTION f(a int, b int, m mood DEFAULT 'ok') RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(a text DEFAULT 'x') RETURNS text LANGUAGE sql AS 'SELECT a';
