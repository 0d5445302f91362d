-- up
-- access-exclusive
DROP INDEX "public"."i";
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("b", "a");

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a");
