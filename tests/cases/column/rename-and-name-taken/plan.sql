-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "a" TO "b";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "a" date;

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "a" TO "old__a";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "a";
-- access-exclusive, loses the column "public"."t"."a" and its values
ALTER TABLE "public"."t" DROP COLUMN "old__a";
