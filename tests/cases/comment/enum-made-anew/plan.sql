-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('b');
-- access-exclusive, rewrites
--   only if no rows of "public"."t" use 'a' in "m", which the enum "mood" no longer has
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- none
COMMENT ON TYPE "public"."mood" IS 'of the day';

-- down
-- none
ALTER TYPE "public"."mood" ADD VALUE 'a' BEFORE 'b';
