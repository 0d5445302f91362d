-- up
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "b""c" integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "d" integer GENERATED ALWAYS AS ((a + 2)) STORED;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b""c";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "d";
