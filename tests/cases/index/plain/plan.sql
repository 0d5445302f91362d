-- up
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a", "b");

-- down
-- access-exclusive
DROP INDEX "public"."i";
