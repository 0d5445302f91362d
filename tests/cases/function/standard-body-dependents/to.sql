CREATE TABLE people (id bigint, name varchar(20));
CREATE FUNCTION name_of(who int) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT name FROM people WHERE id = who; END;
CREATE FUNCTION row_of(who int) RETURNS people LANGUAGE sql AS 'SELECT * FROM people WHERE id = who';
