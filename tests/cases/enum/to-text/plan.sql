-- up
-- access-exclusive, loses the column "public"."person"."mood" and its values
ALTER TABLE "public"."person" DROP COLUMN "mood";
-- none
DROP TYPE "public"."mood";
-- access-exclusive
ALTER TABLE "public"."person" ADD COLUMN "mood" text DEFAULT 'sad'::text NOT NULL;

-- down
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no values of "mood" in "public"."person" are no "public"."mood"
ALTER TABLE "public"."person" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
