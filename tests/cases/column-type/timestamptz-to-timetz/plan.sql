-- up
-- access-exclusive, rewrites, loses the date in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE time with time zone;

-- down
-- access-exclusive, rewrites
--   only if no values of "v" in "public"."t" are no timestamp with time zone
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE timestamp with time zone USING "v"::text::timestamp with time zone;
