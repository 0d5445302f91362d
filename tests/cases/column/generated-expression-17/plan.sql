-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET EXPRESSION AS ((a * 3));

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET EXPRESSION AS ((a * 2));
