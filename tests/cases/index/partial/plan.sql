-- up
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a") WHERE ((b = 'x'::text) AND (a > 3));

-- down
-- access-exclusive
DROP INDEX "public"."i";
