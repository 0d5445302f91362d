-- up
-- access-exclusive
ALTER TABLE "public"."items" RENAME CONSTRAINT "positive" TO "not_free";
-- access-exclusive
ALTER TABLE "public"."items" DROP CONSTRAINT "cheaper";
-- access-exclusive
--   only if no rows of "public"."items" break the check "cheaper"
ALTER TABLE "public"."items" ADD CONSTRAINT "cheaper" CHECK ("items"."final_price" <= "items"."unit_price");

-- down
-- access-exclusive
ALTER TABLE "public"."items" RENAME CONSTRAINT "not_free" TO "positive";
-- access-exclusive
ALTER TABLE "public"."items" DROP CONSTRAINT "cheaper";
-- access-exclusive
--   only if no rows of "public"."items" break the check "cheaper"
ALTER TABLE "public"."items" ADD CONSTRAINT "cheaper" CHECK ("items"."final_price" < "items"."unit_price" + 1);
