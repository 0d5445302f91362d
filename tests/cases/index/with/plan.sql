-- up
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a") WITH (fillfactor=70);

-- down
-- access-exclusive
DROP INDEX "public"."i";
