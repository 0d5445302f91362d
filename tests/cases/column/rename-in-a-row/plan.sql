-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "c";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "a" TO "b";

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "a";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "c" TO "b";
