-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no interval
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE interval USING "v"::interval;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;
