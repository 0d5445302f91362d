-- up
-- none
ALTER TYPE "public"."place" DROP ATTRIBUTE "street";
-- none
ALTER TYPE "public"."place" ALTER ATTRIBUTE "n" SET DATA TYPE text;
-- none
REVOKE GRANT OPTION FOR USAGE ON TYPE "public"."place" FROM "reader";
-- none
GRANT USAGE ON TYPE "public"."place" TO "reader";

-- down
-- none
ALTER TYPE "public"."place" ALTER ATTRIBUTE "n" SET DATA TYPE integer;
-- none
ALTER TYPE "public"."place" ADD ATTRIBUTE "street" text;
-- none
GRANT USAGE ON TYPE "public"."place" TO "reader" WITH GRANT OPTION;
