-- up
-- none
CREATE DOMAIN "public"."bare" AS "public"."low" DEFAULT NULL;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "bare" "public"."bare";
-- none
CREATE DOMAIN "public"."kept" AS "public"."low" DEFAULT 'b'::text;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "kept" "public"."kept";
-- none
CREATE DOMAIN "public"."list" AS "public"."low"[];
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "list" "public"."list";

-- down
-- access-exclusive, loses the column "public"."t"."bare" and its values
ALTER TABLE "public"."t" DROP COLUMN "bare";
-- access-exclusive, loses the column "public"."t"."kept" and its values
ALTER TABLE "public"."t" DROP COLUMN "kept";
-- access-exclusive, loses the column "public"."t"."list" and its values
ALTER TABLE "public"."t" DROP COLUMN "list";
-- none
DROP DOMAIN "public"."bare";
-- none
DROP DOMAIN "public"."kept";
-- none
DROP DOMAIN "public"."list";
