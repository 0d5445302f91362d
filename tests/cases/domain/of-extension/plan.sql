-- up
-- none
CREATE DOMAIN "public"."email" AS citext CONSTRAINT "c" CHECK ((VALUE OPERATOR(public.~~) '%@%'::public.citext));
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" break the check "c" of the domain "public"."email"
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."email";

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE text;
-- none
DROP DOMAIN "public"."email";
