-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" DROP EXPRESSION;

-- down
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "c" integer GENERATED ALWAYS AS ((a * 2)) STORED;
