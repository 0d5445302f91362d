CREATE TABLE log (what text);
CREATE FUNCTION note(what text) RETURNS void LANGUAGE sql AS 'INSERT INTO log VALUES (what)';
CREATE FUNCTION kept(what text) RETURNS text LANGUAGE sql AS 'SELECT what FROM log FOR UPDATE';
