-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE real;

-- down
-- access-exclusive, rewrites, loses the fractions of numbers in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no smallint
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE smallint;
