-- up
-- none
ALTER TYPE "public"."mood" ADD VALUE 'great';
-- access-exclusive
ALTER TABLE "public"."person" ALTER COLUMN "mood" SET DEFAULT 'great'::public.mood;
-- access-exclusive
ALTER TABLE "public"."person" ADD COLUMN "other" "public"."mood" DEFAULT 'great'::public.mood NOT NULL;

-- down
-- access-exclusive, loses the column "public"."person"."other" and its values
ALTER TABLE "public"."person" DROP COLUMN "other";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no rows of "public"."person" use 'great' in "mood", which the enum "mood" no longer has
ALTER TABLE "public"."person" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
-- none
DROP TYPE "public"."old__mood";
