-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bit varying;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no bit(3)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bit(3);
