-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE bigint;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE character varying(20);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "c" integer GENERATED ALWAYS AS ((a + 1)) STORED;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE integer;
-- access-exclusive, rewrites
--   only if no values of "d" in "public"."t" are no character varying(10)
ALTER TABLE "public"."t" ALTER COLUMN "d" SET DATA TYPE character varying(10);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "c" text GENERATED ALWAYS AS (('x'::text || a)) STORED;
