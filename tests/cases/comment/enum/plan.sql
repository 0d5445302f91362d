-- up
-- none
COMMENT ON TYPE "public"."mood" IS 'of today';
-- none
ALTER TYPE "public"."mood" ADD VALUE 'b';

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('a');
-- none
DROP TYPE "public"."old__mood";
-- none
COMMENT ON TYPE "public"."mood" IS 'of the day';
