-- up
-- access-share
REVOKE UPDATE ("a") ON TABLE "public"."t" FROM "anon";
-- access-share
REVOKE UPDATE ("b") ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT SELECT ("b") ON TABLE "public"."t" TO "anon";
-- access-share
GRANT INSERT ("a"), REFERENCES ("a"), SELECT ("a"), UPDATE ("a") ON TABLE "public"."t" TO "authenticated";

-- down
-- access-share
REVOKE INSERT ("a"), REFERENCES ("a"), SELECT ("a"), UPDATE ("a") ON TABLE "public"."t" FROM "authenticated";
-- access-share
GRANT UPDATE ("a") ON TABLE "public"."t" TO "anon";
-- access-share
REVOKE SELECT ("b") ON TABLE "public"."t" FROM "anon";
-- access-share
GRANT UPDATE ("b") ON TABLE "public"."t" TO "anon";
