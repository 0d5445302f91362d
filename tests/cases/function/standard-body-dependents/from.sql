CREATE TABLE users (id int, name varchar(20), old text);
CREATE FUNCTION name_of(who int) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT name FROM users WHERE id = who; END;
CREATE FUNCTION olds() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT old FROM users; END;
CREATE FUNCTION row_of(who int) RETURNS users LANGUAGE sql AS 'SELECT * FROM users WHERE id = who';
