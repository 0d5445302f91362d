-- up
-- none
ALTER ROLE "reader" RENAME TO "read er";
-- access-exclusive
ALTER TABLE "public"."t" RENAME TO "u";
-- access-share
GRANT INSERT ON TABLE "public"."u" TO "read er";
-- access-exclusive
ALTER POLICY "p" ON "public"."u" TO "anon", "read er";

-- down
-- none
ALTER ROLE "read er" RENAME TO "reader";
-- access-exclusive
ALTER TABLE "public"."u" RENAME TO "t";
-- access-share
REVOKE INSERT ON TABLE "public"."t" FROM "reader";
-- access-share
GRANT UPDATE ("a") ON TABLE "public"."t" TO "reader" WITH GRANT OPTION;
-- access-exclusive
ALTER POLICY "p" ON "public"."t" TO "reader";
