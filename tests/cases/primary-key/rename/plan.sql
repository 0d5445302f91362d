-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "old" TO "new";

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "new" TO "old";
