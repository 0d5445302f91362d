-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no uuid
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE uuid USING ("v" #>> '{}')::uuid;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE jsonb USING to_jsonb("v");
