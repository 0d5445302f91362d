-- up
-- access-exclusive, rewrites, loses digits of numbers in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE real;

-- down
-- access-exclusive, rewrites, loses the fractions of numbers in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no bigint
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bigint;
