-- up
-- none
CREATE SEQUENCE "public"."order_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "n" bigint DEFAULT nextval('public.order_number'::regclass);

-- down
-- access-exclusive, loses the column "public"."t"."n" and its values
ALTER TABLE "public"."t" DROP COLUMN "n";
-- access-exclusive, loses the sequence "public"."order_number" and the number it stands at
DROP SEQUENCE "public"."order_number";
