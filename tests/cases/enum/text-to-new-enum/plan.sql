-- up
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'it''s ok');
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no "public"."mood"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE "public"."mood" USING "v"::"public"."mood";

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;
-- none
DROP TYPE "public"."mood";
