-- up
-- none
ALTER TYPE "public"."address" RENAME ATTRIBUTE "zip" TO "old__zip";
-- none
ALTER TYPE "public"."address" RENAME ATTRIBUTE "a""b" TO "zip";
-- none
ALTER TYPE "public"."address" RENAME ATTRIBUTE "street" TO "a""b";
-- none, loses the attribute "public"."address"."old__zip" and its values
ALTER TYPE "public"."address" DROP ATTRIBUTE "old__zip";

-- down
-- none
ALTER TYPE "public"."address" RENAME ATTRIBUTE "a""b" TO "street";
-- none
ALTER TYPE "public"."address" RENAME ATTRIBUTE "zip" TO "a""b";
-- none
ALTER TYPE "public"."address" ADD ATTRIBUTE "zip" integer;
