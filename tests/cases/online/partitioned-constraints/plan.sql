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
--   only if no rows of "public"."t" have no "c", which becomes required
ALTER TABLE "public"."t" ADD CONSTRAINT "t_c_not_null" CHECK ("c" IS NOT NULL) NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_c_not_null";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_c_not_null";
-- access-exclusive
--   only if no rows of "public"."t" break the check "t_c_check"
ALTER TABLE "public"."t" ADD CONSTRAINT "t_c_check" CHECK ((c > 0)) NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_c_check";
-- share-row-exclusive
--   only if no rows of "public"."t" refer by ("b") to rows that "public"."k" does not have
ALTER TABLE "public"."t_1" ADD CONSTRAINT "t_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."k"("name") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t_1" VALIDATE CONSTRAINT "t_b_fkey";
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."k"("name") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a"), which becomes unique
ALTER TABLE ONLY "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("a");
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_1_t_pkey_idx" ON "public"."t_1" ("a");
-- access-exclusive
ALTER TABLE "public"."t_1" ADD CONSTRAINT "t_1_t_pkey_idx" PRIMARY KEY USING INDEX "t_1_t_pkey_idx";
-- access-exclusive
ALTER INDEX "public"."t_pkey" ATTACH PARTITION "public"."t_1_t_pkey_idx";
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("a", "c"), which becomes unique
ALTER TABLE ONLY "public"."t" ADD CONSTRAINT "t_a_c_key" UNIQUE("a", "c");
-- share-update-exclusive, outside a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_1_t_a_c_key_idx" ON "public"."t_1" ("a", "c");
-- access-exclusive
ALTER TABLE "public"."t_1" ADD CONSTRAINT "t_1_t_a_c_key_idx" UNIQUE USING INDEX "t_1_t_a_c_key_idx";
-- access-exclusive
ALTER INDEX "public"."t_a_c_key" ATTACH PARTITION "public"."t_1_t_a_c_key_idx";

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_c_check";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b_fkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_c_key";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" DROP NOT NULL;
