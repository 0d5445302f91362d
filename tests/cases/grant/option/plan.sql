-- up
-- access-share
REVOKE UPDATE ON TABLE "public"."t" FROM "anon";
-- access-share
REVOKE GRANT OPTION FOR SELECT ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT INSERT ON TABLE "public"."t" TO "anon";
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "authenticated" WITH GRANT OPTION;

-- down
-- access-share
REVOKE INSERT ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT SELECT, UPDATE ON TABLE "public"."t" TO "anon" WITH GRANT OPTION;
-- access-share
REVOKE GRANT OPTION FOR SELECT ON TABLE "public"."t" FROM "authenticated";
