CREATE TABLE people (id integer, first text, name text);
CREATE FUNCTION label(p people) RETURNS text LANGUAGE sql AS 'SELECT p.first || p.name';
