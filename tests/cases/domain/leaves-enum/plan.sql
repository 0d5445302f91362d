-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER DOMAIN "public"."feeling" RENAME TO "old__feeling";
-- none
CREATE TYPE "public"."mood" AS ENUM('b', 'a');
-- none
CREATE DOMAIN "public"."feeling" AS text CONSTRAINT "feeling_check" CHECK ((VALUE <> ''::text));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- access-exclusive, rewrites
--   only if no values of "c" in "public"."t" break the check "feeling_check" of the domain "public"."feeling"
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."feeling";
-- none
DROP DOMAIN "public"."old__feeling";
-- none
DROP TYPE "public"."old__mood";

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('a', 'b');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- none
ALTER DOMAIN "public"."feeling" RENAME TO "old__feeling";
-- none
CREATE DOMAIN "public"."feeling" AS "public"."mood";
-- access-exclusive, rewrites
--   only if no values of "c" in "public"."t" are no "public"."mood"
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."feeling" USING "c"::"public"."feeling";
-- none
DROP DOMAIN "public"."old__feeling";
