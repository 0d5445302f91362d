-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "c" integer GENERATED ALWAYS AS ((a * 2)) STORED;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "c";
