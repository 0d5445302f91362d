-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE numeric(8,2);

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no numeric(5,2)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE numeric(5,2);
