-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bit(5) USING "v"::bit(5);

-- down
-- access-exclusive, rewrites, loses bits at the end in "public"."t"."v"
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DATA TYPE bit(3) USING "v"::bit(3);
