CREATE TABLE users (id int, name text);
CREATE FUNCTION add(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10 RETURN a + b;
CREATE FUNCTION named(text) RETURNS SETOF users LANGUAGE sql STABLE ROWS 5 SET search_path = '' AS 'SELECT * FROM public.users WHERE name = $1';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- a comment; isn't the end
  RETURN new;
END $$;
CREATE FUNCTION pair(a int, OUT twice int, OUT label text) LANGUAGE plpgsql AS 'BEGIN twice := 2 * a; label := ''x''; END';
CREATE FUNCTION listed(VARIADIC words text[]) RETURNS TABLE (word text, "Number" int) LANGUAGE sql AS 'SELECT w, 1 FROM unnest(words) w';
CREATE PROCEDURE rename(INOUT n int, who text) LANGUAGE sql BEGIN ATOMIC UPDATE users SET name = who WHERE id = n; SELECT n; END;
