-- up
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."j";
-- share
--   only if no rows of "public"."t" repeat a value of ("a", "b"), which becomes unique
CREATE UNIQUE INDEX "i" ON "public"."t" USING btree ("a", "b") NULLS NOT DISTINCT;
-- share
--   only if no rows of "public"."t" repeat a value of ((((a + b)))), which becomes unique
CREATE UNIQUE INDEX "j" ON "public"."t" USING btree (((a + b))) NULLS NOT DISTINCT WHERE (b > 0);

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."j";
-- share
--   only if no rows of "public"."t" repeat a value of ("a", "b"), which becomes unique
CREATE UNIQUE INDEX "i" ON "public"."t" USING btree ("a", "b");
-- share
--   only if no rows of "public"."t" repeat a value of ((((a + b)))), which becomes unique
CREATE UNIQUE INDEX "j" ON "public"."t" USING btree (((a + b)));
