-- up
-- access-share
REVOKE ALL ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "anon";
-- access-share
GRANT ALL ON TABLE "public"."t" TO "authenticated";

-- down
-- access-share
GRANT ALL ON TABLE "public"."t" TO "anon";
-- access-share
REVOKE ALL ON TABLE "public"."t" FROM "authenticated";
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "authenticated";
