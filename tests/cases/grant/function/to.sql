CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'select 2 * n';
CREATE FUNCTION "hi there"(VARIADIC "t""s" text[]) RETURNS text LANGUAGE sql AS 'select 1::text';
CREATE PROCEDURE reset() LANGUAGE sql AS 'select 1';
CREATE FUNCTION changed(n integer) RETURNS bigint LANGUAGE sql AS 'select n';
REVOKE EXECUTE ON FUNCTION twice(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION twice(integer) TO authenticated WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION "hi there"(text[]) TO anon;
GRANT EXECUTE ON FUNCTION changed(integer) TO anon WITH GRANT OPTION;
