-- up
-- access-exclusive, loses the column "public"."person"."moods" and its values
ALTER TABLE "public"."person" DROP COLUMN "moods";
-- none
DROP TYPE "public"."mood";
-- access-exclusive
ALTER TABLE "public"."person" ADD COLUMN "moods" text[] DEFAULT '{sad}'::text[] NOT NULL;

-- down
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no values of "moods" in "public"."person" are no "public"."mood"[]
ALTER TABLE "public"."person" ALTER COLUMN "moods" DROP DEFAULT, ALTER COLUMN "moods" SET DATA TYPE "public"."mood"[] USING "moods"::"public"."mood"[], ALTER COLUMN "moods" SET DEFAULT '{sad}'::public.mood[];
