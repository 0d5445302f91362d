-- up
-- access-exclusive
--   only if no rows of "public"."users" have no "email", which becomes required
ALTER TABLE "public"."users" ADD CONSTRAINT "users_email_not_null" NOT NULL "email" NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."users" VALIDATE CONSTRAINT "users_email_not_null";

-- down
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "email" DROP NOT NULL;
