-- up
-- access-exclusive
ALTER TABLE "public"."c" RENAME CONSTRAINT "old" TO "new";

-- down
-- access-exclusive
ALTER TABLE "public"."c" RENAME CONSTRAINT "new" TO "old";
