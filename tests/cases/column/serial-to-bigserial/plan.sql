-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DATA TYPE bigint;
-- share-row-exclusive
ALTER SEQUENCE "public"."t_id_seq" AS bigint;

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."t_id_seq" AS integer;
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DATA TYPE integer;
