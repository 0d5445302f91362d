-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE citext;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no character varying(20)
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE character varying(20);
