-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE jsonb USING to_jsonb("v");

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no "public"."mood"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE "public"."mood" USING ("v" #>> '{}')::"public"."mood";
