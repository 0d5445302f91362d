-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('happy', 'sad');
-- access-exclusive, rewrites
ALTER TABLE "public"."person" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
-- access-exclusive, rewrites
ALTER TABLE "public"."person" ALTER COLUMN "past" DROP DEFAULT, ALTER COLUMN "past" SET DATA TYPE "public"."mood"[] USING "past"::text[]::"public"."mood"[], ALTER COLUMN "past" SET DEFAULT '{sad}'::public.mood[];
-- none
DROP TYPE "public"."old__mood";

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
ALTER TABLE "public"."person" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
-- access-exclusive, rewrites
ALTER TABLE "public"."person" ALTER COLUMN "past" DROP DEFAULT, ALTER COLUMN "past" SET DATA TYPE "public"."mood"[] USING "past"::text[]::"public"."mood"[], ALTER COLUMN "past" SET DEFAULT '{sad}'::public.mood[];
-- none
DROP TYPE "public"."old__mood";
