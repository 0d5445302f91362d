-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no date
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE date USING "v"::date;
