-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('happy', 'calm');
-- access-exclusive, rewrites
--   only if no rows of "public"."days" use 'sad' in "mood", which the enum "mood" no longer has
ALTER TABLE "public"."days" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood"[] USING CASE WHEN "mood" IS NULL THEN NULL ELSE ARRAY["mood"::text::"public"."mood"] END, ALTER COLUMN "mood" SET DEFAULT '{calm}'::public.mood[];
-- none
DROP TYPE "public"."old__mood";

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'calm');
-- access-exclusive, rewrites, loses all but the first value of lists in "public"."days"."mood"
--   only if no rows of "public"."days" use 'happy' in "mood", which the enum "mood" no longer has
ALTER TABLE "public"."days" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"[1]::text::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'calm'::public.mood;
-- none
DROP TYPE "public"."old__mood";
