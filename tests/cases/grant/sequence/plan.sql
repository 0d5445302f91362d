-- up
-- access-share
REVOKE USAGE ON SEQUENCE "public"."s" FROM "anon";
-- access-share
GRANT SELECT, UPDATE ON SEQUENCE "public"."s" TO "anon";
-- access-share
GRANT SELECT, UPDATE, USAGE ON SEQUENCE "public"."s" TO "authenticated";

-- down
-- access-share
REVOKE SELECT, UPDATE, USAGE ON SEQUENCE "public"."s" FROM "authenticated";
-- access-share
REVOKE SELECT, UPDATE ON SEQUENCE "public"."s" FROM "anon";
-- access-share
GRANT USAGE ON SEQUENCE "public"."s" TO "anon";
