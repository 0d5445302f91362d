-- up
-- access-exclusive
ALTER TABLE "public"."people" DROP CONSTRAINT "people_mood_fkey";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('happy', 'sad');
-- access-exclusive, rewrites
ALTER TABLE "public"."moods" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- share-row-exclusive
ALTER TABLE "public"."people" ADD CONSTRAINT "people_mood_fkey" FOREIGN KEY ("mood") REFERENCES "public"."moods"("mood") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;

-- down
-- access-exclusive
ALTER TABLE "public"."people" DROP CONSTRAINT "people_mood_fkey";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
ALTER TABLE "public"."moods" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- share-row-exclusive
ALTER TABLE "public"."people" ADD CONSTRAINT "people_mood_fkey" FOREIGN KEY ("mood") REFERENCES "public"."moods"("mood") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
