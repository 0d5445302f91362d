-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."person" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE text, ALTER COLUMN "mood" SET DEFAULT 'sad'::text;
-- none
DROP TYPE "public"."mood";

-- down
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no values of "mood" in "public"."person" are no "public"."mood"
ALTER TABLE "public"."person" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
