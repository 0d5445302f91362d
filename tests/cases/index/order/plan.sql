-- up
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a" DESC, "b" DESC NULLS LAST);

-- down
-- access-exclusive
DROP INDEX "public"."i";
