-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE bigint;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE text;
-- share-update-exclusive
COMMENT ON COLUMN "public"."t"."a" IS 'two';

-- down
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE integer;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE integer USING "b"::integer;
-- share-update-exclusive
COMMENT ON COLUMN "public"."t"."a" IS 'one';
