-- up
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a" NULLS FIRST);

-- down
-- access-exclusive
DROP INDEX "public"."i";
