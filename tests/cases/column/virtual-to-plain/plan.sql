-- up
-- access-exclusive, loses the column "public"."t"."b" and its values
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "b" integer;

-- down
-- access-exclusive, loses the column "public"."t"."b" and its values
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL;
