-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no inet
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE inet USING "v"::inet;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;
