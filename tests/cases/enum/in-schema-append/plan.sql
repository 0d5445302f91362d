-- up
-- none
ALTER TYPE "work"."state" ADD VALUE 'running' BEFORE 'done';
-- none
ALTER TYPE "work"."state" ADD VALUE 'failed';

-- down
-- none
ALTER TYPE "work"."state" RENAME TO "old__state";
-- none
CREATE TYPE "work"."state" AS ENUM('new', 'done');
-- access-exclusive, rewrites
--   only if no rows of "public"."jobs" use 'running', 'failed' in "state", which the enum "state" no longer has
ALTER TABLE "public"."jobs" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" SET DATA TYPE "work"."state" USING "state"::text::"work"."state", ALTER COLUMN "state" SET DEFAULT 'new';
-- none
DROP TYPE "work"."old__state";
