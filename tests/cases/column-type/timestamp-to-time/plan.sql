-- up
-- access-exclusive, rewrites, loses the date in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE time without time zone;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no timestamp without time zone
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE timestamp without time zone USING "v"::text::timestamp without time zone;
