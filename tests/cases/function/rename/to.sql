CREATE TYPE feeling AS ENUM ('ok', 'sad');
CREATE TABLE t (id int, m feeling);
CREATE FUNCTION set_feeling(int, feeling) RETURNS feeling LANGUAGE plpgsql AS 'BEGIN RETURN $2; END';
CREATE FUNCTION single() RETURNS int LANGUAGE sql IMMUTABLE RETURN 1;
CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT 2 * single()';
CREATE FUNCTION three() RETURNS int LANGUAGE sql RETURN 3 * single();
ALTER TABLE t ALTER id SET DEFAULT single(), ADD CONSTRAINT positive CHECK (id >= single());
