-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "positive";
-- access-exclusive
--   only if no rows of "public"."t" break the check "positive"
ALTER TABLE "public"."t" ADD CONSTRAINT "positive" CHECK (((a >= 0) OR (a IS NULL)));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "positive";
-- access-exclusive
--   only if no rows of "public"."t" break the check "positive"
ALTER TABLE "public"."t" ADD CONSTRAINT "positive" CHECK ((a > 0));
