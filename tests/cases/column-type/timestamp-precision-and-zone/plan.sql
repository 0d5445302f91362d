-- up
-- access-exclusive, rewrites, loses fractions of seconds in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE timestamp(3) with time zone;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE timestamp(6) without time zone;
