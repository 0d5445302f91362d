-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE character(5);

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no character(3)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE character(3);
