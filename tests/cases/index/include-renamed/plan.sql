-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "x.y";

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "x.y" TO "b";
