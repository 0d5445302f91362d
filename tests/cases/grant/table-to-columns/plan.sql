-- up
-- access-share
REVOKE INSERT, SELECT ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT SELECT ("a") ON TABLE "public"."t" TO "anon";
-- access-share
GRANT UPDATE ("b") ON TABLE "public"."t" TO "anon" WITH GRANT OPTION;
-- access-share
REVOKE SELECT ("b") ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT UPDATE ("b") ON TABLE "public"."t" TO "anon" WITH GRANT OPTION;
-- access-share
GRANT SELECT ("c") ON TABLE "public"."t" TO "anon";

-- down
-- access-share
REVOKE SELECT ("c") ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT INSERT, SELECT ON TABLE "public"."t" TO "anon";
-- access-share
REVOKE UPDATE ("b") ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT SELECT ("b") ON TABLE "public"."t" TO "anon";
