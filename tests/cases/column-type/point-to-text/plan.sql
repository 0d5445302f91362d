-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no point
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE point USING "v"::point;
