-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer USING ("v" #>> '{}')::integer;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE jsonb USING to_jsonb("v");
