CREATE TYPE address AS (street varchar(80) COLLATE "C", zip bigint); CREATE FUNCTION f(a address) RETURNS integer LANGUAGE sql AS 'SELECT 1';
