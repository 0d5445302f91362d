-- up
-- access-exclusive
ALTER TABLE "public"."person" DROP CONSTRAINT "not_sad";
-- access-exclusive
DROP INDEX "public"."person_happy";
-- access-exclusive
DROP POLICY "happy" ON "public"."person";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'happy');
-- access-exclusive, rewrites
--   only if no rows of "public"."person" use 'great' in "mood", which the enum "mood" no longer has
ALTER TABLE "public"."person" ALTER COLUMN "mood" SET DATA TYPE "public"."mood" USING "mood"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- access-exclusive
--   only if no rows of "public"."person" break the check "not_sad"
ALTER TABLE "public"."person" ADD CONSTRAINT "not_sad" CHECK ((mood <> 'sad'::public.mood));
-- share
CREATE INDEX "person_happy" ON "public"."person" USING btree ("mood") WHERE (mood = 'happy'::public.mood);
-- access-exclusive
CREATE POLICY "happy" ON "public"."person" AS PERMISSIVE FOR ALL TO PUBLIC USING ((mood = 'happy'::public.mood));

-- down
-- none
ALTER TYPE "public"."mood" ADD VALUE 'great';
