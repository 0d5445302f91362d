-- up
-- none
ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
-- none
ALTER TYPE "public"."mood" ADD VALUE 'meh' BEFORE 'happy';
-- none
ALTER TYPE "public"."mood" ADD VALUE 'ok' BEFORE 'happy';

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no rows of "public"."person" use 'awful', 'meh', 'ok' in "mood", which the enum "mood" no longer has
ALTER TABLE "public"."person" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
