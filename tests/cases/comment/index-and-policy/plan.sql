-- up
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE bigint;
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a" DESC);
-- share-update-exclusive
COMMENT ON INDEX "public"."i" IS 'fast';
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));
-- access-share
COMMENT ON POLICY "p" ON "public"."t" IS 'own';

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE integer;
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("a");
-- share-update-exclusive
COMMENT ON INDEX "public"."i" IS 'fast';
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));
-- access-share
COMMENT ON POLICY "p" ON "public"."t" IS 'own';
