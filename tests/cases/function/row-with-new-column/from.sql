CREATE TABLE people (id integer, name text);
CREATE FUNCTION label(p people) RETURNS text LANGUAGE sql AS 'SELECT p.name';
