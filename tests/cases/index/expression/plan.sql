-- up
-- share
CREATE INDEX "i" ON "public"."t" USING btree (lower(b), ((a + 1)));

-- down
-- access-exclusive
DROP INDEX "public"."i";
