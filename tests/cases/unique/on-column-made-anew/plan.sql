-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "g";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "g" integer GENERATED ALWAYS AS (id) STORED;
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "once" UNIQUE("g");

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "once";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "g";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "g" integer GENERATED ALWAYS AS (0) STORED;
