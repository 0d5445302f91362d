CREATE FUNCTION zero() RETURNS int LANGUAGE sql AS 'SELECT 0';
CREATE TYPE zone AS ENUM ('a', 'b');
CREATE TABLE zoned (z zone, n int DEFAULT zero());
CREATE FUNCTION another() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  z public.zone := 'a'; -- isn't 'b'
  r public.zoned%ROWTYPE;
BEGIN
  RETURN 1;
END $$;
