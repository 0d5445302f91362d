-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "c";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "w";
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."p";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bigint;
-- access-exclusive
--   only if no rows of "public"."t" break the check "c"
ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK ((v > 0));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "w" integer GENERATED ALWAYS AS ((v + 1)) STORED;
-- share
CREATE INDEX "i" ON "public"."t" USING btree (((v + 1)));
-- share
CREATE INDEX "p" ON "public"."t" USING btree ("v") WHERE (v > 3);
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((v > 0));

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "c";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "w";
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP INDEX "public"."p";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE integer;
-- access-exclusive
--   only if no rows of "public"."t" break the check "c"
ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK ((v > 0));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "w" integer GENERATED ALWAYS AS ((v + 1)) STORED;
-- share
CREATE INDEX "i" ON "public"."t" USING btree (((v + 1)));
-- share
CREATE INDEX "p" ON "public"."t" USING btree ("v") WHERE (v > 3);
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((v > 0));
