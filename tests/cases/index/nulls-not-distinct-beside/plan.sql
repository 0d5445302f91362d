-- up
-- access-exclusive
DROP INDEX "public"."i 1";
-- share
--   only if no rows of "public"."t" repeat a value of ("a b"), which becomes unique
CREATE UNIQUE INDEX "i 1" ON "public"."t" USING btree ("a b");

-- down
-- access-exclusive
DROP INDEX "public"."i 1";
-- share
--   only if no rows of "public"."t" repeat a value of ("a b"), which becomes unique
CREATE UNIQUE INDEX "i 1" ON "public"."t" USING btree ("a b") NULLS NOT DISTINCT;
