-- up
-- access-exclusive
--   only if no rows of "public"."users" break the check "grown"
ALTER TABLE "public"."users" ADD CONSTRAINT "grown" CHECK ((age > 0)) NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."users" VALIDATE CONSTRAINT "grown";

-- down
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "grown";
