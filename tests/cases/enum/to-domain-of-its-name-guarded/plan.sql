-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE DOMAIN "public"."mood" AS text CONSTRAINT "mood_check" CHECK ((VALUE <> 'x'::text));
-- access-exclusive, rewrites
--   only if no values of "mood" in "public"."people" break the check "mood_check" of the domain "public"."mood"
ALTER TABLE "public"."people" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::text;
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ALTER COLUMN "moods" SET DATA TYPE "public"."mood"[];
-- none
DROP TYPE "public"."old__mood";

-- down
-- none
ALTER DOMAIN "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'it''s');
-- access-exclusive, rewrites
--   only if no values of "mood" in "public"."people" are no "public"."mood"
ALTER TABLE "public"."people" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
-- access-exclusive, rewrites
--   only if no values of "moods" in "public"."people" are no "public"."mood"[]
ALTER TABLE "public"."people" ALTER COLUMN "moods" SET DATA TYPE "public"."mood"[] USING "moods"::"public"."mood"[];
-- none
DROP DOMAIN "public"."old__mood";
