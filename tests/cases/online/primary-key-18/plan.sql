-- up
-- access-exclusive
--   only if no rows of "public"."users" have no "a", which becomes required
ALTER TABLE "public"."users" ADD CONSTRAINT "users_a_not_null" NOT NULL "a" NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."users" VALIDATE CONSTRAINT "users_a_not_null";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("a", "b"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "users_pk" ON "public"."users" ("a", "b");
-- access-exclusive
ALTER TABLE "public"."users" ADD CONSTRAINT "users_pk" PRIMARY KEY USING INDEX "users_pk";

-- down
-- access-exclusive
ALTER TABLE "public"."users" DROP CONSTRAINT "users_pk";
-- access-exclusive
ALTER TABLE "public"."users" ALTER COLUMN "a" DROP NOT NULL;
