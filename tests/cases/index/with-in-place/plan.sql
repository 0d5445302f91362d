-- up
-- access-exclusive
DROP INDEX "public"."near_a";
-- share-update-exclusive
ALTER INDEX "public"."by_a" SET (fillfactor=80, deduplicate_items=off);
-- access-exclusive
ALTER INDEX "public"."by_c" RESET (fastupdate);
-- access-exclusive
ALTER INDEX "public"."by_c" SET (gin_pending_list_limit=128);
-- share
CREATE INDEX "near_a" ON "public"."t" USING brin ("a") WITH (pages_per_range=32);

-- down
-- access-exclusive
DROP INDEX "public"."near_a";
-- share-update-exclusive
ALTER INDEX "public"."by_a" RESET (deduplicate_items);
-- share-update-exclusive
ALTER INDEX "public"."by_a" SET (fillfactor=70);
-- access-exclusive
ALTER INDEX "public"."by_c" SET (fastupdate=off, gin_pending_list_limit=64);
-- share
CREATE INDEX "near_a" ON "public"."t" USING brin ("a") WITH (pages_per_range=16);
