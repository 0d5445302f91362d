-- up
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."j";
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a") INCLUDE ("c""d", "b");
-- share
--   only if no rows of "public"."t" repeat a value of ("b"), which becomes unique
CREATE UNIQUE INDEX "j" ON "public"."t" USING btree ("b") INCLUDE ("c""d") WHERE (a > 0);

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."j";
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a");
-- share
--   only if no rows of "public"."t" repeat a value of ("b"), which becomes unique
CREATE UNIQUE INDEX "j" ON "public"."t" USING btree ("b") INCLUDE ("a");
