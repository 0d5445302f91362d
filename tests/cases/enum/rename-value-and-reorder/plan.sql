-- up
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'unhappy';
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('happy', 'unhappy', 'ok');
-- access-exclusive, rewrites
ALTER TABLE "public"."diary" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'unhappy'::public.mood;
-- none
DROP TYPE "public"."old__mood";

-- down
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'unhappy' TO 'sad';
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok', 'happy');
-- access-exclusive, rewrites
ALTER TABLE "public"."diary" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood", ALTER COLUMN "mood" SET DEFAULT 'sad'::public.mood;
-- none
DROP TYPE "public"."old__mood";
