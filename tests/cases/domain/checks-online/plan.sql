-- up
-- none
--   only if no values of "mail" in "public"."users" break the check "a" of the domain "public"."email"
ALTER DOMAIN "public"."email" ADD CONSTRAINT "a" CHECK ((VALUE <> ''::text)) NOT VALID;
-- share, in the next transaction
ALTER DOMAIN "public"."email" VALIDATE CONSTRAINT "a";

-- down
-- none
ALTER DOMAIN "public"."email" DROP CONSTRAINT "a";
