-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no uuid
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE uuid USING "v"::text::uuid;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no character(36)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE character(36);
