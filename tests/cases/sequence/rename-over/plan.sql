-- up
-- access-exclusive
ALTER SEQUENCE "public"."ids" RENAME TO "old__ids";
-- access-exclusive
ALTER SEQUENCE "public"."numbers" RENAME TO "ids";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
-- access-exclusive, loses the sequence "public"."ids" and the number it stands at
DROP SEQUENCE "public"."old__ids";

-- down
-- access-exclusive
ALTER SEQUENCE "public"."ids" RENAME TO "numbers";
-- none
CREATE SEQUENCE "public"."ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT nextval('public.ids'::regclass);
