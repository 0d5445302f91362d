-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bigint USING "v"::integer::bigint;

-- down
-- access-exclusive, rewrites, loses numbers other than 0 and 1 in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE boolean USING "v"::integer::boolean;
