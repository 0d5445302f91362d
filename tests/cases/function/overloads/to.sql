CREATE FUNCTION f(a int, b int, c int) RETURNS int LANGUAGE sql AS 'SELECT a + b + c';
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql RETURN f(a, b, 0);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT f(a, 0)';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT f(length(a))';
