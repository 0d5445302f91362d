-- up
-- none
ALTER TYPE "public"."part" RENAME TO "old__part";
-- none
CREATE TYPE "public"."part" AS ENUM('(x)', 'y');
-- access-exclusive, rewrites
--   only if no values of "part" in "public"."t" are no "public"."part"
ALTER TABLE "public"."t" ALTER COLUMN "part" SET DATA TYPE "public"."part" USING "part"::text::"public"."part";
-- access-exclusive, rewrites
--   only if no values of "parts" in "public"."t" are no "public"."part"[]
ALTER TABLE "public"."t" ALTER COLUMN "parts" SET DATA TYPE "public"."part"[] USING "parts"::text[]::"public"."part"[];
-- none
ALTER DOMAIN "public"."more" RENAME TO "old__more";
-- none
CREATE DOMAIN "public"."more" AS "public"."part";
-- access-exclusive, rewrites
--   only if no values of "more" in "public"."t" are no "public"."part"
ALTER TABLE "public"."t" ALTER COLUMN "more" SET DATA TYPE "public"."more" USING "more"::text::"public"."more";
-- none
DROP DOMAIN "public"."old__more";
-- none
DROP TYPE "public"."old__part";

-- down
-- none
ALTER TYPE "public"."part" RENAME TO "old__part";
-- none
CREATE TYPE "public"."part" AS ("a" text);
-- access-exclusive, rewrites
--   only if no values of "part" in "public"."t" are no "public"."part"
ALTER TABLE "public"."t" ALTER COLUMN "part" SET DATA TYPE "public"."part" USING "part"::text::"public"."part";
-- access-exclusive, rewrites
--   only if no values of "parts" in "public"."t" are no "public"."part"[]
ALTER TABLE "public"."t" ALTER COLUMN "parts" SET DATA TYPE "public"."part"[] USING "parts"::text[]::"public"."part"[];
-- none
ALTER DOMAIN "public"."more" RENAME TO "old__more";
-- none
CREATE DOMAIN "public"."more" AS "public"."part";
-- access-exclusive, rewrites
--   only if no values of "more" in "public"."t" are no "public"."part"
ALTER TABLE "public"."t" ALTER COLUMN "more" SET DATA TYPE "public"."more" USING "more"::text::"public"."more";
-- none
DROP DOMAIN "public"."old__more";
-- none
DROP TYPE "public"."old__part";
