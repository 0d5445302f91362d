-- up
-- none
ALTER DOMAIN "public"."n" RENAME TO "old__n";
-- none
CREATE DOMAIN "public"."n" AS integer CONSTRAINT "c" CHECK ((VALUE > 0));
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."n" USING "a"::"public"."n";
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no integer[]
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."n"[] USING "b"::"public"."n"[];
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE text;
-- none
DROP DOMAIN "public"."old__n";

-- down
-- none
ALTER DOMAIN "public"."n" RENAME TO "old__n";
-- none
CREATE DOMAIN "public"."n" AS text;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."n";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."n"[];
-- none
DROP DOMAIN "public"."old__n";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."n";
