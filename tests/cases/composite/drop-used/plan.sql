-- up
-- access-exclusive, loses the column "public"."t"."a" and its values
ALTER TABLE "public"."t" DROP COLUMN "a";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE text;
-- none
DROP TYPE "public"."address";

-- down
-- none
CREATE TYPE "public"."address" AS ("street" text, "zip" integer);
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no "public"."address"
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."address" USING "b"::"public"."address";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "a" "public"."address";
