-- up
-- none
CREATE FUNCTION "public"."add"("a" integer, "b" integer DEFAULT 1)
RETURNS integer
LANGUAGE sql
IMMUTABLE
STRICT
PARALLEL SAFE
COST 10
RETURN (a + b);
-- none
CREATE FUNCTION "public"."listed"(VARIADIC "words" text[])
RETURNS TABLE("word" text, "Number" integer)
LANGUAGE sql
AS $$SELECT w, 1 FROM unnest(words) w$$;
-- access-share
CREATE FUNCTION "public"."named"(text)
RETURNS SETOF "public"."users"
LANGUAGE sql
STABLE
ROWS 5
SET "search_path" TO ''
AS $$SELECT * FROM public.users WHERE name = $1$$;
-- none
CREATE FUNCTION "public"."pair"("a" integer, OUT "twice" integer, OUT "label" text)
LANGUAGE plpgsql
AS $$BEGIN twice := 2 * a; label := 'x'; END$$;
-- row-exclusive
CREATE PROCEDURE "public"."rename"(INOUT "n" integer, "who" text)
LANGUAGE sql
BEGIN ATOMIC
 UPDATE public.users SET name = rename.who
   WHERE (users.id = rename.n);
 SELECT n AS n;
END;
-- none
CREATE FUNCTION "public"."touch"()
RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET "search_path" TO 'public', 'pg_temp'
AS $$
BEGIN
  -- a comment; isn't the end
  RETURN new;
END $$;

-- down
-- none
DROP FUNCTION "public"."add"(integer, integer);
-- none
DROP FUNCTION "public"."listed"(text[]);
-- none
DROP FUNCTION "public"."named"(text);
-- none
DROP FUNCTION "public"."pair"(integer);
-- none
DROP PROCEDURE "public"."rename"(integer, text);
-- none
DROP FUNCTION "public"."touch"();
