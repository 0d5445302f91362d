-- up
-- share
CREATE INDEX "i" ON "public"."t" USING gin ("c" jsonb_path_ops);

-- down
-- access-exclusive
DROP INDEX "public"."i";
