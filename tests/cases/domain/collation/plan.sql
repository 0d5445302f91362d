-- up
-- none
ALTER DOMAIN "public"."email" RENAME TO "old__email";
-- none
CREATE DOMAIN "public"."email" AS text;
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "mail" SET DATA TYPE "public"."email" COLLATE "POSIX";
-- none
DROP DOMAIN "public"."old__email";

-- down
-- none
ALTER DOMAIN "public"."email" RENAME TO "old__email";
-- none
CREATE DOMAIN "public"."email" AS text COLLATE "C";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "mail" SET DATA TYPE "public"."email";
-- none
DROP DOMAIN "public"."old__email";
