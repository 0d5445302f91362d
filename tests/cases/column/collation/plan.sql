-- up
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "name" DROP DEFAULT, ALTER COLUMN "name" SET DATA TYPE text, ALTER COLUMN "name" SET DEFAULT 'x'::text;
-- share
CREATE INDEX "i" ON "public"."t" USING btree (lower(name));
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((name > 'a'::text));

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "name" DROP DEFAULT, ALTER COLUMN "name" SET DATA TYPE text COLLATE "C", ALTER COLUMN "name" SET DEFAULT 'x'::text;
-- share
CREATE INDEX "i" ON "public"."t" USING btree (lower(name) COLLATE "C");
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((name > 'a'::text));
