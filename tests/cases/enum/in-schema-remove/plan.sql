-- up
-- access-exclusive
ALTER TABLE "public"."jobs" DROP CONSTRAINT "settled";
-- none
ALTER TYPE "work"."state" RENAME TO "old__state";
-- none
CREATE TYPE "work"."state" AS ENUM('new', 'done');
-- access-exclusive, rewrites
--   only if no rows of "public"."jobs" use 'stale' in "past", which the enum "state" no longer has
ALTER TABLE "public"."jobs" ALTER COLUMN "past" DROP DEFAULT, ALTER COLUMN "past" SET DATA TYPE "work"."state"[] USING "past"::text[]::"work"."state"[], ALTER COLUMN "past" SET DEFAULT '{"new"}';
-- access-exclusive, rewrites
--   only if no rows of "public"."jobs" use 'stale' in "state", which the enum "state" no longer has
ALTER TABLE "public"."jobs" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" SET DATA TYPE "work"."state" USING "state"::text::"work"."state", ALTER COLUMN "state" SET DEFAULT 'done';
-- none
DROP TYPE "work"."old__state";
-- access-exclusive
--   only if no rows of "public"."jobs" break the check "settled"
ALTER TABLE "public"."jobs" ADD CONSTRAINT "settled" CHECK ("jobs"."state" <> 'done' OR cardinality("jobs"."past") >= 0);

-- down
-- access-exclusive
ALTER TABLE "public"."jobs" DROP CONSTRAINT "settled";
-- none
ALTER TYPE "work"."state" ADD VALUE 'stale' BEFORE 'done';
-- access-exclusive
ALTER TABLE "public"."jobs" ALTER COLUMN "state" SET DEFAULT 'new';
-- access-exclusive
--   only if no rows of "public"."jobs" break the check "settled"
ALTER TABLE "public"."jobs" ADD CONSTRAINT "settled" CHECK ("jobs"."state" <> 'stale' OR cardinality("jobs"."past") > 0);
