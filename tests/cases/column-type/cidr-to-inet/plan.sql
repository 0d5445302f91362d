-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE inet;

-- down
-- access-exclusive, rewrites, loses the host part of addresses in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE cidr;
