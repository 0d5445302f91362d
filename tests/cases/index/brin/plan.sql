-- up
-- share
CREATE INDEX "i" ON "public"."t" USING brin ("a") WITH (pages_per_range=8);

-- down
-- access-exclusive
DROP INDEX "public"."i";
