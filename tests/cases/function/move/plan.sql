-- up
-- none
ALTER FUNCTION "public"."f"(integer) SET SCHEMA "app";
-- none
ALTER FUNCTION "app"."f"(integer) RENAME TO "g";
-- none
ALTER PROCEDURE "public"."p"() RENAME TO "q";

-- down
-- none
ALTER PROCEDURE "public"."q"() RENAME TO "p";
-- none
DROP FUNCTION "app"."g"(integer);
-- none
CREATE FUNCTION "public"."f"("a" integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a$$;
