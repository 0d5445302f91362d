-- up
-- access-share
REVOKE INSERT ON TABLE "public"."t" FROM "authenticated";
-- access-share
REVOKE DELETE ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT INSERT ON TABLE "public"."t" TO "anon";
-- access-share
GRANT SELECT ON TABLE "public"."t" TO PUBLIC;

-- down
-- access-share
REVOKE SELECT ON TABLE "public"."t" FROM PUBLIC;
-- access-share
REVOKE INSERT ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT DELETE ON TABLE "public"."t" TO "anon";
-- access-share
GRANT INSERT ON TABLE "public"."t" TO "authenticated";
