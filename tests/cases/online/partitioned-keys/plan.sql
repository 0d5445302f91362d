-- up
-- access-exclusive
--   only if no rows of "public"."t" have no "a", which becomes required
ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_not_null" CHECK ("a" IS NOT NULL) NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a_not_null";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_not_null";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a", "c"), which becomes unique
ALTER TABLE ONLY "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("a", "c");
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_1_t_pkey_idx" ON "public"."t_1" ("a", "c");
-- access-exclusive
ALTER TABLE "public"."t_1" ADD CONSTRAINT "t_1_t_pkey_idx" PRIMARY KEY USING INDEX "t_1_t_pkey_idx";
-- access-exclusive
ALTER TABLE ONLY "public"."t_2" ADD CONSTRAINT "t_2_t_pkey_idx" PRIMARY KEY("a", "c");
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_2_5_t_pkey_idx" ON "public"."t_2_5" ("a", "c");
-- access-exclusive
ALTER TABLE "public"."t_2_5" ADD CONSTRAINT "t_2_5_t_pkey_idx" PRIMARY KEY USING INDEX "t_2_5_t_pkey_idx";
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_2_rest_t_pkey_idx" ON "public"."t_2_rest" ("a", "c");
-- access-exclusive
ALTER TABLE "public"."t_2_rest" ADD CONSTRAINT "t_2_rest_t_pkey_idx" PRIMARY KEY USING INDEX "t_2_rest_t_pkey_idx";
-- access-exclusive
ALTER INDEX "public"."t_pkey" ATTACH PARTITION "public"."t_1_t_pkey_idx";
-- access-exclusive
ALTER INDEX "public"."t_pkey" ATTACH PARTITION "public"."t_2_t_pkey_idx";
-- access-exclusive
ALTER INDEX "public"."t_2_t_pkey_idx" ATTACH PARTITION "public"."t_2_5_t_pkey_idx";
-- access-exclusive
ALTER INDEX "public"."t_2_t_pkey_idx" ATTACH PARTITION "public"."t_2_rest_t_pkey_idx";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("c", "a", "b"), which becomes unique
ALTER TABLE ONLY "public"."t" ADD CONSTRAINT "once" UNIQUE("c", "a", "b") DEFERRABLE INITIALLY DEFERRED;
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_1_once_idx" ON "public"."t_1" ("c", "a", "b");
-- access-exclusive
ALTER TABLE "public"."t_1" ADD CONSTRAINT "t_1_once_idx" UNIQUE USING INDEX "t_1_once_idx" DEFERRABLE INITIALLY DEFERRED;
-- access-exclusive
ALTER TABLE ONLY "public"."t_2" ADD CONSTRAINT "t_2_once_idx" UNIQUE("c", "a", "b") DEFERRABLE INITIALLY DEFERRED;
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_2_5_once_idx" ON "public"."t_2_5" ("c", "a", "b");
-- access-exclusive
ALTER TABLE "public"."t_2_5" ADD CONSTRAINT "t_2_5_once_idx" UNIQUE USING INDEX "t_2_5_once_idx" DEFERRABLE INITIALLY DEFERRED;
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_2_rest_once_idx" ON "public"."t_2_rest" ("c", "a", "b");
-- access-exclusive
ALTER TABLE "public"."t_2_rest" ADD CONSTRAINT "t_2_rest_once_idx" UNIQUE USING INDEX "t_2_rest_once_idx" DEFERRABLE INITIALLY DEFERRED;
-- access-exclusive
ALTER INDEX "public"."once" ATTACH PARTITION "public"."t_1_once_idx";
-- access-exclusive
ALTER INDEX "public"."once" ATTACH PARTITION "public"."t_2_once_idx";
-- access-exclusive
ALTER INDEX "public"."t_2_once_idx" ATTACH PARTITION "public"."t_2_5_once_idx";
-- access-exclusive
ALTER INDEX "public"."t_2_once_idx" ATTACH PARTITION "public"."t_2_rest_once_idx";

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "once";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
