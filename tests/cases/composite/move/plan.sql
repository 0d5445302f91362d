-- up
-- none
ALTER TYPE "public"."address" SET SCHEMA "app";
-- none
ALTER TYPE "app"."address" RENAME TO "place";
-- none
ALTER TYPE "app"."place" ADD ATTRIBUTE "city" text;

-- down
-- none
ALTER TYPE "app"."place" SET SCHEMA "public";
-- none
ALTER TYPE "public"."place" RENAME TO "address";
-- none, loses the attribute "public"."address"."city" and its values
ALTER TYPE "public"."address" DROP ATTRIBUTE "city";
