-- up
-- access-exclusive
--   only if no rows of "public"."t" break the check "positive"
ALTER TABLE "public"."t" ADD CONSTRAINT "positive" CHECK (((a > 0) AND (a < 100)));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "positive";
