-- up
-- share
CREATE INDEX "i" ON "public"."t" USING hash ("a");

-- down
-- access-exclusive
DROP INDEX "public"."i";
