-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no character varying(10)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE character varying(10);

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE character varying(50);
