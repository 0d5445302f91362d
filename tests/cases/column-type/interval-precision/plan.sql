-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE interval;

-- down
-- access-exclusive, rewrites, loses fractions of seconds in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE interval(3);
