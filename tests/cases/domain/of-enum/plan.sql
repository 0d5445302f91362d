-- up
-- none
ALTER DOMAIN "public"."feeling" RENAME TO "old__feeling";
-- none
CREATE DOMAIN "public"."feeling" AS text;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."feeling";
-- none
DROP DOMAIN "public"."old__feeling";

-- down
-- none
ALTER DOMAIN "public"."feeling" RENAME TO "old__feeling";
-- none
CREATE DOMAIN "public"."feeling" AS "public"."mood" CONSTRAINT "c" CHECK ((VALUE <> 'sad'::public.mood));
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no "public"."mood"
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."feeling" USING "a"::"public"."feeling";
-- none
DROP DOMAIN "public"."old__feeling";
