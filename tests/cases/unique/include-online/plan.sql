-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_key";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "t_a_key" ON "public"."t" ("a") INCLUDE ("b") NULLS NOT DISTINCT;
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "t_a_key";

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_key";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "t_a_key" ON "public"."t" ("a");
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "t_a_key";
