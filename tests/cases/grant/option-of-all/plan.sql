-- up
-- access-share
REVOKE GRANT OPTION FOR ALL ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "anon" WITH GRANT OPTION;
-- access-share
GRANT ALL ON TABLE "public"."t" TO "authenticated" WITH GRANT OPTION;

-- down
-- access-share
GRANT ALL ON TABLE "public"."t" TO "anon" WITH GRANT OPTION;
-- access-share
REVOKE ALL ON TABLE "public"."t" FROM "authenticated";
-- access-share
GRANT INSERT, SELECT ON TABLE "public"."t" TO "authenticated" WITH GRANT OPTION;
