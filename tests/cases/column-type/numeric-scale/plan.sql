-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE numeric(12,4);

-- down
-- access-exclusive, rewrites, loses digits after the decimal point in "public"."t"."v"
--   only if no values of "v" in "public"."t" are no numeric(10,2)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE numeric(10,2);
