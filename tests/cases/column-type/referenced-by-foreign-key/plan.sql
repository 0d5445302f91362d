-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."a" ALTER COLUMN "id" SET DATA TYPE bigint;
-- access-exclusive, rewrites
ALTER TABLE "public"."b" ALTER COLUMN "a" SET DATA TYPE bigint;

-- down
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."a" are no integer
ALTER TABLE "public"."a" ALTER COLUMN "id" SET DATA TYPE integer;
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."b" are no integer
ALTER TABLE "public"."b" ALTER COLUMN "a" SET DATA TYPE integer;
