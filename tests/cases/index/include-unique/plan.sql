-- up
-- access-exclusive
DROP INDEX "public"."i";
-- share
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX "i" ON "public"."t" USING btree ("a") INCLUDE ("c", "b");

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- share
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
CREATE UNIQUE INDEX "i" ON "public"."t" USING btree ("a") INCLUDE ("b");
