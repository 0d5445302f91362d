-- up
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'gloomy';
-- none
REVOKE USAGE ON TYPE "public"."mood" FROM "anon";
-- none
COMMENT ON TYPE "public"."mood" IS 'b';
-- none
ALTER TYPE "public"."mood" ADD VALUE 'bored';

-- down
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'gloomy' TO 'sad';
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad');
-- none
DROP TYPE "public"."old__mood";
-- none
COMMENT ON TYPE "public"."mood" IS 'a';
-- none
GRANT USAGE ON TYPE "public"."mood" TO "anon";
