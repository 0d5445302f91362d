-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((a * 2)) STORED;
