-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE MAIN;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET STORAGE MAIN;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET STORAGE PLAIN;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "d" text;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "d" SET STORAGE EXTERNAL;

-- down
-- access-exclusive, loses the column "public"."t"."d" and its values
ALTER TABLE "public"."t" DROP COLUMN "d";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE EXTERNAL;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET STORAGE EXTERNAL;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET STORAGE EXTENDED;
