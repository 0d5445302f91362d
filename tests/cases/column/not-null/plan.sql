-- up
-- access-exclusive
--   only if no rows of "public"."t" have no "a", which becomes required
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" DROP NOT NULL;

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
-- access-exclusive
--   only if no rows of "public"."t" have no "b", which becomes required
ALTER TABLE "public"."t" ALTER COLUMN "b" SET NOT NULL;
