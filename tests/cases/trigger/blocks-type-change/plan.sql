-- up
-- access-exclusive
DROP TRIGGER "columns" ON "public"."t";
-- access-exclusive
DROP TRIGGER "condition" ON "public"."t";
-- access-exclusive
DROP TRIGGER "felt" ON "public"."t";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE bigint;
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- share-row-exclusive
CREATE TRIGGER "columns" BEFORE UPDATE OF "a" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE TRIGGER "condition" BEFORE INSERT ON "public"."t" FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" DISABLE TRIGGER "condition";
-- share-row-exclusive
CREATE TRIGGER "felt" BEFORE UPDATE ON "public"."t" FOR EACH ROW WHEN ((new.m = 'sad'::public.mood)) EXECUTE FUNCTION "public"."go"();

-- down
-- access-exclusive
DROP TRIGGER "columns" ON "public"."t";
-- access-exclusive
DROP TRIGGER "condition" ON "public"."t";
-- access-exclusive
DROP TRIGGER "felt" ON "public"."t";
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE integer;
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('ok', 'sad');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DATA TYPE "public"."mood" USING "m"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- share-row-exclusive
CREATE TRIGGER "columns" BEFORE UPDATE OF "a" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE TRIGGER "condition" BEFORE INSERT ON "public"."t" FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
ALTER TABLE "public"."t" DISABLE TRIGGER "condition";
-- share-row-exclusive
CREATE TRIGGER "felt" BEFORE UPDATE ON "public"."t" FOR EACH ROW WHEN ((new.m = 'sad'::public.mood)) EXECUTE FUNCTION "public"."go"();
