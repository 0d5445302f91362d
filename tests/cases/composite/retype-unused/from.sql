CREATE TYPE address AS (street text, zip integer); CREATE FUNCTION f(a address) RETURNS integer LANGUAGE sql AS 'SELECT 1';
