-- up
-- access-exclusive, rewrites, loses the fractions of numbers in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE double precision;
