-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."person" ALTER COLUMN "moods" DROP DEFAULT, ALTER COLUMN "moods" SET DATA TYPE text[], ALTER COLUMN "moods" SET DEFAULT '{sad}'::text[];
-- none
DROP TYPE "public"."mood";

-- down
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no values of "moods" in "public"."person" are no "public"."mood"[]
ALTER TABLE "public"."person" ALTER COLUMN "moods" DROP DEFAULT, ALTER COLUMN "moods" SET DATA TYPE "public"."mood"[] USING "moods"::"public"."mood"[], ALTER COLUMN "moods" SET DEFAULT '{sad}'::public.mood[];
