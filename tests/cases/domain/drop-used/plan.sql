-- up
-- access-exclusive, loses the column "public"."users"."a" and its values
ALTER TABLE "public"."users" DROP COLUMN "a";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "b" SET DATA TYPE text;
-- none
DROP DOMAIN "public"."email";

-- down
-- none
CREATE DOMAIN "public"."email" AS text CONSTRAINT "c" CHECK ((VALUE <> ''::text));
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."users" break the check "c" of the domain "public"."email"
ALTER TABLE "public"."users" ALTER COLUMN "b" SET DATA TYPE "public"."email";
-- access-exclusive, rewrites
ALTER TABLE "public"."users" ADD COLUMN "a" "public"."email";
