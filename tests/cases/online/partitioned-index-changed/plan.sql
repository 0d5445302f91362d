-- up
-- share
CREATE INDEX "new__by_kind" ON ONLY "public"."events" USING btree ("kind", "id" DESC);
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_24_new__by_kind_idx" ON "public"."events_24" USING btree ("kind", "id" DESC);
-- share
CREATE INDEX "events_rest_new__by_kind_idx" ON ONLY "public"."events_rest" USING btree ("kind", "id" DESC);
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_rest_a_new__by_kind_idx" ON "public"."events_rest_a" USING btree ("kind", "id" DESC);
-- access-exclusive
ALTER INDEX "public"."new__by_kind" ATTACH PARTITION "public"."events_24_new__by_kind_idx";
-- access-exclusive
ALTER INDEX "public"."new__by_kind" ATTACH PARTITION "public"."events_rest_new__by_kind_idx";
-- access-exclusive
ALTER INDEX "public"."events_rest_new__by_kind_idx" ATTACH PARTITION "public"."events_rest_a_new__by_kind_idx";
-- access-exclusive
DROP INDEX "public"."by_kind";
-- share-update-exclusive
ALTER INDEX "public"."new__by_kind" RENAME TO "by_kind";
-- share-update-exclusive
ALTER INDEX "public"."events_24_new__by_kind_idx" RENAME TO "events_24_by_kind_idx";
-- share-update-exclusive
ALTER INDEX "public"."events_rest_new__by_kind_idx" RENAME TO "events_rest_by_kind_idx";
-- share-update-exclusive
ALTER INDEX "public"."events_rest_a_new__by_kind_idx" RENAME TO "events_rest_a_by_kind_idx";
-- share-update-exclusive
COMMENT ON INDEX "public"."by_kind" IS 'for the list';

-- down
-- share
CREATE INDEX "new__by_kind" ON ONLY "public"."events" USING btree ("kind");
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_24_new__by_kind_idx" ON "public"."events_24" USING btree ("kind");
-- share
CREATE INDEX "events_rest_new__by_kind_idx" ON ONLY "public"."events_rest" USING btree ("kind");
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_rest_a_new__by_kind_idx" ON "public"."events_rest_a" USING btree ("kind");
-- access-exclusive
ALTER INDEX "public"."new__by_kind" ATTACH PARTITION "public"."events_24_new__by_kind_idx";
-- access-exclusive
ALTER INDEX "public"."new__by_kind" ATTACH PARTITION "public"."events_rest_new__by_kind_idx";
-- access-exclusive
ALTER INDEX "public"."events_rest_new__by_kind_idx" ATTACH PARTITION "public"."events_rest_a_new__by_kind_idx";
-- access-exclusive
DROP INDEX "public"."by_kind";
-- share-update-exclusive
ALTER INDEX "public"."new__by_kind" RENAME TO "by_kind";
-- share-update-exclusive
ALTER INDEX "public"."events_24_new__by_kind_idx" RENAME TO "events_24_by_kind_idx";
-- share-update-exclusive
ALTER INDEX "public"."events_rest_new__by_kind_idx" RENAME TO "events_rest_by_kind_idx";
-- share-update-exclusive
ALTER INDEX "public"."events_rest_a_new__by_kind_idx" RENAME TO "events_rest_a_by_kind_idx";
-- share-update-exclusive
COMMENT ON INDEX "public"."by_kind" IS 'for the list';
