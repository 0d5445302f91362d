-- up
-- access-exclusive
ALTER TABLE "public"."we""ird.na me é" RENAME COLUMN "A" TO "a";
-- access-exclusive, rewrites
ALTER TABLE "public"."we""ird.na me é" ALTER COLUMN "we""ird.na me é" SET DATA TYPE bigint, ALTER COLUMN "we""ird.na me é" SET DEFAULT 7;
-- access-exclusive
--   only if no rows of "public"."we""ird.na me é" have no "we""ird.na me é", which becomes required
ALTER TABLE "public"."we""ird.na me é" ALTER COLUMN "we""ird.na me é" SET NOT NULL;

-- down
-- access-exclusive
ALTER TABLE "public"."we""ird.na me é" RENAME COLUMN "a" TO "A";
-- access-exclusive
ALTER TABLE "public"."we""ird.na me é" ALTER COLUMN "we""ird.na me é" DROP NOT NULL;
-- access-exclusive, rewrites
--   only if no values of "we""ird.na me é" in "public"."we""ird.na me é" are no integer
ALTER TABLE "public"."we""ird.na me é" ALTER COLUMN "we""ird.na me é" DROP DEFAULT, ALTER COLUMN "we""ird.na me é" SET DATA TYPE integer;
