-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "c" TO "old__c";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "c";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "a" TO "b";
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "old__c";

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "a";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "c" TO "b";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" date;
