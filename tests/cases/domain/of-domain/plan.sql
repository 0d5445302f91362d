-- up
-- none
ALTER DOMAIN "public"."b" RENAME TO "old__b";
-- none
CREATE DOMAIN "public"."b" AS bigint CONSTRAINT "cb" CHECK ((VALUE < 90));
-- access-exclusive, rewrites
--   only if no values of "y" in "public"."t" break the check "cb" of the domain "public"."b"
ALTER TABLE "public"."t" ALTER COLUMN "y" SET DATA TYPE "public"."b";
-- none
DROP DOMAIN "public"."old__b";
-- access-exclusive, rewrites
--   only if no values of "x" in "public"."t" break the check "cb" of the domain "public"."b"
ALTER TABLE "public"."t" ALTER COLUMN "x" SET DATA TYPE "public"."b";

-- down
-- none
ALTER DOMAIN "public"."b" RENAME TO "old__b";
-- none
CREATE DOMAIN "public"."b" AS "public"."a" CONSTRAINT "cb" CHECK (((VALUE)::integer < 90));
-- access-exclusive, rewrites
--   only if no values of "y" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "y" SET DATA TYPE "public"."b";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "x" SET DATA TYPE text;
-- none
DROP DOMAIN "public"."old__b";
-- access-exclusive, rewrites
--   only if no values of "x" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "x" SET DATA TYPE "public"."a" USING "x"::"public"."a";
