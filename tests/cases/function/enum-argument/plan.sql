-- up
-- none
DROP FUNCTION "public"."worse"("public"."mood");
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok');
-- access-exclusive, rewrites
--   only if no rows of "public"."t" use 'bad' in "m", which the enum "mood" no longer has
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- none
CREATE FUNCTION "public"."worse"("public"."mood")
RETURNS "public"."mood"[]
LANGUAGE plpgsql
AS $$BEGIN RETURN array[$1]; END$$;

-- down
-- none
DROP FUNCTION "public"."worse"("public"."mood");
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('ok', 'sad', 'bad');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- none
CREATE FUNCTION "public"."worse"("public"."mood")
RETURNS "public"."mood"[]
LANGUAGE plpgsql
AS $$BEGIN RETURN array[$1]; END$$;
