-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE time without time zone;

-- down
-- access-exclusive, rewrites, loses fractions of seconds in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE time(3) without time zone;
