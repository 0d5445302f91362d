-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE interval day;

-- down
-- access-exclusive, rewrites, loses all that is smaller than a month in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE interval year to month;
