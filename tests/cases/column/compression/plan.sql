-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET COMPRESSION pglz;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET COMPRESSION default;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" text COMPRESSION pglz;

-- down
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET COMPRESSION default;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET COMPRESSION pglz;
