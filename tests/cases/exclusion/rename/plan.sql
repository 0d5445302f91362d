-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "x" TO "y.""z";

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "y.""z" TO "x";
