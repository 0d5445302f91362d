-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bigint USING "v"::integer::bigint;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no boolean
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE boolean USING "v"::integer::boolean;
