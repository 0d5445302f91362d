-- up
-- access-exclusive, loses the column "public"."users"."born" and its values
ALTER TABLE "public"."users" DROP COLUMN "born";
-- share
CREATE INDEX "new__events_id" ON ONLY "public"."events" USING btree ("id" DESC);
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_1_new__events_id_idx" ON "public"."events_1" USING btree ("id" DESC);
-- access-exclusive
ALTER INDEX "public"."new__events_id" ATTACH PARTITION "public"."events_1_new__events_id_idx";
-- access-exclusive
DROP INDEX "public"."events_id";
-- share-update-exclusive
ALTER INDEX "public"."new__events_id" RENAME TO "events_id";
-- share-update-exclusive
ALTER INDEX "public"."events_1_new__events_id_idx" RENAME TO "events_1_events_id_idx";
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "new__own" ON "public"."events_1" USING btree ("id", "at");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."own";
-- share-update-exclusive
ALTER INDEX "public"."new__own" RENAME TO "own";
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "new__by_email" ON "public"."users" USING hash (lower(email));
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_email";
-- share-update-exclusive
ALTER INDEX "public"."new__by_email" RENAME TO "by_email";
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "name" text;
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "new__by_age" ON "public"."users" USING btree ("age" DESC, "name");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_age";
-- share-update-exclusive
ALTER INDEX "public"."new__by_age" RENAME TO "by_age";
-- share-update-exclusive
COMMENT ON INDEX "public"."by_age" IS 'old and young';
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("email", "age"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__one_email" ON "public"."users" USING btree ("email", "age") INCLUDE ("name");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."one_email";
-- share-update-exclusive
ALTER INDEX "public"."new__one_email" RENAME TO "one_email";
-- share-update-exclusive
COMMENT ON INDEX "public"."one_email" IS 'one for each age';

-- down
-- share
CREATE INDEX "new__events_id" ON ONLY "public"."events" USING btree ("id");
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "events_1_new__events_id_idx" ON "public"."events_1" USING btree ("id");
-- access-exclusive
ALTER INDEX "public"."new__events_id" ATTACH PARTITION "public"."events_1_new__events_id_idx";
-- access-exclusive
DROP INDEX "public"."events_id";
-- share-update-exclusive
ALTER INDEX "public"."new__events_id" RENAME TO "events_id";
-- share-update-exclusive
ALTER INDEX "public"."events_1_new__events_id_idx" RENAME TO "events_1_events_id_idx";
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "new__own" ON "public"."events_1" USING btree ("id");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."own";
-- share-update-exclusive
ALTER INDEX "public"."new__own" RENAME TO "own";
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "new__by_age" ON "public"."users" USING btree ("age");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_age";
-- share-update-exclusive
ALTER INDEX "public"."new__by_age" RENAME TO "by_age";
-- share-update-exclusive
COMMENT ON INDEX "public"."by_age" IS 'old and young';
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "new__by_email" ON "public"."users" USING btree ("email") WHERE (age > 1);
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_email";
-- share-update-exclusive
ALTER INDEX "public"."new__by_email" RENAME TO "by_email";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."users" repeat a value of ("email"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__one_email" ON "public"."users" USING btree ("email");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."one_email";
-- share-update-exclusive
ALTER INDEX "public"."new__one_email" RENAME TO "one_email";
-- access-exclusive, loses the column "public"."users"."name" and its values
ALTER TABLE "public"."users" DROP COLUMN "name";
-- share-update-exclusive
COMMENT ON INDEX "public"."one_email" IS 'one each';
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "born" date;
