-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE numeric;

-- down
-- access-exclusive, rewrites, loses digits after the decimal point in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no numeric(5,2)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE numeric(5,2);
