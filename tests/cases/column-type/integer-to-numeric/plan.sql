-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no numeric(10,2)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE numeric(10,2);

-- down
-- access-exclusive, rewrites, loses the fractions of numbers in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer;
