-- up
-- none
ALTER TYPE "public"."mood" ADD VALUE 'great';

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no rows of "public"."person" use 'great' in "mood", which the enum "mood" no longer has
ALTER TABLE "public"."person" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
