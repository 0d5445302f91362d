-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "m";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" integer GENERATED ALWAYS AS (length(a)) STORED;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "m" bigint GENERATED ALWAYS AS ((n + 1)) STORED;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "m";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" text GENERATED ALWAYS AS (a) STORED;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "m" text GENERATED ALWAYS AS ((n)::text) STORED;
