-- up
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'low';
-- none
ALTER TYPE "public"."mood" ADD VALUE 'sad';

-- down
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'old__sad';
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'low' TO 'sad';
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok');
-- access-exclusive, rewrites
--   only if no rows of "public"."t" use 'sad' in "mood", which the enum "mood" no longer has
ALTER TABLE "public"."t" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
