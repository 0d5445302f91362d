-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "feeling";
-- none
ALTER FUNCTION "public"."set_mood"(integer, "public"."feeling") RENAME TO "set_feeling";
-- none
ALTER FUNCTION "public"."one"() RENAME TO "single";
-- none
CREATE OR REPLACE FUNCTION "public"."two"()
RETURNS integer
LANGUAGE sql
AS $$SELECT 2 * single()$$;

-- down
-- none
ALTER TYPE "public"."feeling" RENAME TO "mood";
-- none
ALTER FUNCTION "public"."single"() RENAME TO "one";
-- none
ALTER FUNCTION "public"."set_feeling"(integer, "public"."mood") RENAME TO "set_mood";
-- none
CREATE OR REPLACE FUNCTION "public"."two"()
RETURNS integer
LANGUAGE sql
AS $$SELECT 2 * one()$$;
