-- up
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("b" text_pattern_ops);

-- down
-- access-exclusive
DROP INDEX "public"."i";
