-- up
-- share
CREATE INDEX "by_id" ON ONLY "public"."events" USING btree ("id") WHERE (kind <> 'x'::text);
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_24_by_id_idx" ON "public"."events_24" USING btree ("id") WHERE (kind <> 'x'::text);
-- share
CREATE INDEX "events_rest_by_id_idx" ON ONLY "public"."events_rest" USING btree ("id") WHERE (kind <> 'x'::text);
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_rest_a_by_id_idx" ON "public"."events_rest_a" USING btree ("id") WHERE (kind <> 'x'::text);
-- access-exclusive
ALTER INDEX "public"."by_id" ATTACH PARTITION "public"."events_24_by_id_idx";
-- access-exclusive
ALTER INDEX "public"."by_id" ATTACH PARTITION "public"."events_rest_by_id_idx";
-- access-exclusive
ALTER INDEX "public"."events_rest_by_id_idx" ATTACH PARTITION "public"."events_rest_a_by_id_idx";

-- down
-- access-exclusive
DROP INDEX "public"."by_id";
