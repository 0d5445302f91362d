-- up
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no timestamp without time zone
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE timestamp without time zone USING "v"::timestamp without time zone;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE text;
