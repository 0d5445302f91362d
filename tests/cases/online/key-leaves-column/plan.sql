-- up
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_id";
-- access-exclusive, loses the column "public"."indexed"."gone" and its values
ALTER TABLE "public"."indexed" DROP COLUMN "gone";
-- access-exclusive
ALTER TABLE "public"."other" DROP CONSTRAINT "other_id_gone_key";
-- access-exclusive, loses the column "public"."other"."gone" and its values
ALTER TABLE "public"."other" DROP COLUMN "gone";
-- access-exclusive, rewrites
ALTER TABLE "public"."indexed" ALTER COLUMN "id" SET DATA TYPE bigint;
-- share-update-exclusive
ALTER TABLE "public"."indexed" SET (fillfactor=70);
-- share-update-exclusive
ALTER TABLE "public"."other" SET (fillfactor=70);
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."same" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__same_id_gone_key" ON "public"."same" ("id");
-- access-exclusive
ALTER TABLE "public"."same" DROP CONSTRAINT "same_id_gone_key", ADD CONSTRAINT "same_id_gone_key" UNIQUE USING INDEX "new__same_id_gone_key";
-- access-exclusive, loses the column "public"."same"."gone" and its values
ALTER TABLE "public"."same" DROP COLUMN "gone";
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "by_id" ON "public"."indexed" USING btree ("id");
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."other" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "other_id_gone_key" ON "public"."other" ("id");
-- access-exclusive
ALTER TABLE "public"."other" ADD CONSTRAINT "other_id_gone_key" UNIQUE USING INDEX "other_id_gone_key";

-- down
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."indexed" are no integer
ALTER TABLE "public"."indexed" ALTER COLUMN "id" SET DATA TYPE integer;
-- share-update-exclusive
ALTER TABLE "public"."indexed" RESET (fillfactor);
-- share-update-exclusive
ALTER TABLE "public"."other" RESET (fillfactor);
-- access-exclusive
ALTER TABLE "public"."indexed" ADD COLUMN "gone" integer;
-- share-update-exclusive, outside a transaction
CREATE INDEX CONCURRENTLY "new__by_id" ON "public"."indexed" USING btree ("id", "gone");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."by_id";
-- share-update-exclusive
ALTER INDEX "public"."new__by_id" RENAME TO "by_id";
-- access-exclusive
ALTER TABLE "public"."other" ADD COLUMN "gone" integer;
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "new__other_id_gone_key" ON "public"."other" ("id", "gone");
-- access-exclusive
ALTER TABLE "public"."other" DROP CONSTRAINT "other_id_gone_key", ADD CONSTRAINT "other_id_gone_key" UNIQUE USING INDEX "new__other_id_gone_key";
-- access-exclusive
ALTER TABLE "public"."same" ADD COLUMN "gone" integer;
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "new__same_id_gone_key" ON "public"."same" ("id", "gone");
-- access-exclusive
ALTER TABLE "public"."same" DROP CONSTRAINT "same_id_gone_key", ADD CONSTRAINT "same_id_gone_key" UNIQUE USING INDEX "new__same_id_gone_key";
