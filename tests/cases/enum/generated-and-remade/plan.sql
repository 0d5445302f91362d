-- up
-- access-exclusive
ALTER TABLE "public"."days" DROP COLUMN "felt";
-- access-exclusive, loses the column "public"."days"."mood" and its values
ALTER TABLE "public"."days" DROP COLUMN "mood";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('calm', 'glad');
-- none
DROP TYPE "public"."old__mood";
-- access-exclusive, rewrites
ALTER TABLE "public"."days" ADD COLUMN "felt" "public"."mood" GENERATED ALWAYS AS ('glad'::public.mood) STORED;
-- access-exclusive, rewrites
ALTER TABLE "public"."days" ADD COLUMN "mood" text GENERATED ALWAYS AS (('ca'::text || 'lm'::text)) STORED;

-- down
-- access-exclusive
ALTER TABLE "public"."days" DROP COLUMN "felt";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'calm');
-- none
DROP TYPE "public"."old__mood";
-- access-exclusive
ALTER TABLE "public"."days" ALTER COLUMN "mood" DROP EXPRESSION;
-- access-exclusive, rewrites
--   only if no values of "mood" in "public"."days" are no "public"."mood"
ALTER TABLE "public"."days" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::"public"."mood";
-- access-exclusive, rewrites
ALTER TABLE "public"."days" ADD COLUMN "felt" "public"."mood" GENERATED ALWAYS AS ('calm'::public.mood) STORED;
