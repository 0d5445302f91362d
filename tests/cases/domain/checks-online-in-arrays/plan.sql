-- up
-- none
--   only if no values of "a" in "public"."t" break the check "c" of the domain "public"."code"
ALTER DOMAIN "public"."code" ADD CONSTRAINT "c" CHECK ((VALUE <> ''::text)) NOT VALID;
-- share, in the next transaction
ALTER DOMAIN "public"."code" VALIDATE CONSTRAINT "c";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."code"[] USING CASE WHEN "a" IS NULL THEN NULL ELSE ARRAY["a"] END;

-- down
-- none
ALTER DOMAIN "public"."code" DROP CONSTRAINT "c";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."code";
