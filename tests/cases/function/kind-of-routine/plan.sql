-- up
-- none
DROP FUNCTION "public"."swap"(integer);
-- none
CREATE PROCEDURE "public"."swap"("a" integer)
LANGUAGE sql
AS $$SELECT a$$;

-- down
-- none
DROP PROCEDURE "public"."swap"(integer);
-- none
CREATE FUNCTION "public"."swap"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a$$;
