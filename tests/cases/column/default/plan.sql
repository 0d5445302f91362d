-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 'x'::text;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 2;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" DROP DEFAULT;

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 1;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT true;
