-- up
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("age"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "one_age" ON "public"."users" ("age") NULLS NOT DISTINCT;
-- access-exclusive
ALTER TABLE "public"."users" ADD CONSTRAINT "one_age" UNIQUE USING INDEX "one_age";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("email"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "users_email_key" ON "public"."users" ("email");
-- access-exclusive
ALTER TABLE "public"."users" ADD CONSTRAINT "users_email_key" UNIQUE USING INDEX "users_email_key";

-- down
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "one_age";
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "users_email_key";
