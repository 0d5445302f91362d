-- up
-- access-exclusive
ALTER TABLE "public"."people" RENAME COLUMN "shown" TO "full_name";
-- access-exclusive
ALTER TABLE "public"."people" DROP COLUMN "full_name";
-- access-exclusive, loses the column "public"."people"."first" and its values
ALTER TABLE "public"."people" DROP COLUMN "first";
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ADD COLUMN "full_name" text GENERATED ALWAYS AS (upper(last)) STORED;

-- down
-- access-exclusive
ALTER TABLE "public"."people" RENAME COLUMN "full_name" TO "shown";
-- access-exclusive
ALTER TABLE "public"."people" DROP COLUMN "shown";
-- access-exclusive
ALTER TABLE "public"."people" ADD COLUMN "first" text;
-- access-exclusive, rewrites
ALTER TABLE "public"."people" ADD COLUMN "shown" text GENERATED ALWAYS AS ((first || last)) STORED;
