-- up
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_a_key" ON "public"."t" ("a") INCLUDE ("b") NULLS NOT DISTINCT;
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_key", ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "new__t_a_key";

-- down
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_a_key" ON "public"."t" ("a");
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_key", ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "new__t_a_key";
