-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
-- access-exclusive, loses the sequence "public"."ids" and the number it stands at
DROP SEQUENCE "public"."ids";

-- down
-- none
CREATE SEQUENCE "public"."ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('public.ids'::regclass);
