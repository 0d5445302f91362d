-- up
-- none
COMMENT ON DOMAIN "public"."code" IS 'a';
-- none
GRANT USAGE ON TYPE "public"."code" TO "anon" WITH GRANT OPTION;

-- down
-- none
COMMENT ON DOMAIN "public"."code" IS NULL;
-- none
REVOKE USAGE ON TYPE "public"."code" FROM "anon";
