-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bigint[];

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no integer[]
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer[];
