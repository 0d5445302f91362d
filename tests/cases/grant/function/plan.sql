-- up
-- none
DROP FUNCTION "public"."changed"(integer);
-- none
GRANT EXECUTE ON ROUTINE "public"."reset"() TO PUBLIC;
-- none
REVOKE EXECUTE ON ROUTINE "public"."twice"(integer) FROM "anon";
-- none
CREATE FUNCTION "public"."changed"("n" integer)
RETURNS bigint
LANGUAGE sql
AS $$select n$$;
-- none
GRANT EXECUTE ON ROUTINE "public"."changed"(integer) TO "anon" WITH GRANT OPTION;
-- none
GRANT EXECUTE ON ROUTINE "public"."hi there"(text[]) TO "anon";
-- none
GRANT EXECUTE ON ROUTINE "public"."twice"(integer) TO "authenticated" WITH GRANT OPTION;
-- none
REVOKE EXECUTE ON ROUTINE "public"."twice"(integer) FROM PUBLIC;

-- down
-- none
DROP FUNCTION "public"."changed"(integer);
-- none
REVOKE EXECUTE ON ROUTINE "public"."hi there"(text[]) FROM "anon";
-- none
REVOKE EXECUTE ON ROUTINE "public"."twice"(integer) FROM "authenticated";
-- none
GRANT EXECUTE ON ROUTINE "public"."twice"(integer) TO PUBLIC;
-- none
CREATE FUNCTION "public"."changed"("n" integer)
RETURNS integer
LANGUAGE sql
AS $$select n$$;
-- none
GRANT EXECUTE ON ROUTINE "public"."changed"(integer) TO "anon" WITH GRANT OPTION;
-- none
REVOKE EXECUTE ON ROUTINE "public"."reset"() FROM PUBLIC;
-- none
GRANT EXECUTE ON ROUTINE "public"."twice"(integer) TO "anon";
