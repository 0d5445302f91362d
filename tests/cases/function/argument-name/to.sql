CREATE TABLE t (id int, low text);
CREATE FUNCTION same(what text) RETURNS text LANGUAGE plpgsql STABLE AS 'BEGIN RETURN what; END';
CREATE FUNCTION twice(x text) RETURNS text LANGUAGE sql RETURN same(x) || same(x);
ALTER TABLE t ALTER low SET DEFAULT same('x') || twice('y');
