-- up
-- access-exclusive
--   only if no rows of "public"."users" have no "email", which becomes required
ALTER TABLE "public"."users" ADD CONSTRAINT "users_email_not_null" CHECK ("email" IS NOT NULL) NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."users" VALIDATE CONSTRAINT "users_email_not_null";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "email" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "users_email_not_null";

-- down
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "email" DROP NOT NULL;
