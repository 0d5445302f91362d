-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no jsonb
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE jsonb USING "v"::jsonb;
