-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."users" ADD COLUMN "mail" "public"."email";
-- none
CREATE DOMAIN "public"."plain" AS text;
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "note" "public"."plain";

-- down
-- access-exclusive, loses the column "public"."users"."mail" and its values
ALTER TABLE "public"."users" DROP COLUMN "mail";
-- access-exclusive, loses the column "public"."users"."note" and its values
ALTER TABLE "public"."users" DROP COLUMN "note";
-- none
DROP DOMAIN "public"."plain";
