-- up
-- none
GRANT USAGE ON TYPE "public"."mood" TO "anon" WITH GRANT OPTION;
-- none
REVOKE USAGE ON TYPE "public"."mood" FROM PUBLIC;

-- down
-- none
GRANT USAGE ON TYPE "public"."mood" TO PUBLIC;
-- none
REVOKE GRANT OPTION FOR USAGE ON TYPE "public"."mood" FROM "anon";
