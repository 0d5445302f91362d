CREATE FUNCTION f(a int) RETURNS SETOF int LANGUAGE sql SUPPORT generate_series_int4_support AS 'SELECT a';
