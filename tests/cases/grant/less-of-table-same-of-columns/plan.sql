-- up
-- access-share
REVOKE SELECT ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT SELECT ("B b") ON TABLE "public"."t" TO "anon" WITH GRANT OPTION;
-- access-share
GRANT SELECT ("a") ON TABLE "public"."t" TO "anon" WITH GRANT OPTION;

-- down
-- access-share
GRANT SELECT ON TABLE "public"."t" TO "anon";
