-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE time with time zone;

-- down
-- access-exclusive, rewrites, loses the time zone in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE time without time zone;
