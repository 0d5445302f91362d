-- up
-- none
CREATE SEQUENCE "public"."Order.numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
-- access-exclusive, rewrites
ALTER TABLE "public"."orders" ADD COLUMN "number" bigint DEFAULT nextval('public."Order.numbers"'::regclass);
-- access-share
CREATE TABLE "public"."more" (
	"number" bigint DEFAULT nextval('public."Order.numbers"'::regclass)
);

-- down
-- access-exclusive, loses the column "public"."orders"."number" and its values
ALTER TABLE "public"."orders" DROP COLUMN "number";
-- access-exclusive, loses the table "public"."more" and its rows
DROP TABLE "public"."more";
-- access-exclusive, loses the sequence "public"."Order.numbers" and the number it stands at
DROP SEQUENCE "public"."Order.numbers";
