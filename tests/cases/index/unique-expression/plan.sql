-- up
-- share
--   only if no rows of "public"."t" repeat a value of ((lower(b)), "a"), which becomes unique
CREATE UNIQUE INDEX "i" ON "public"."t" USING btree (lower(b), "a");

-- down
-- access-exclusive
DROP INDEX "public"."i";
