-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."along" OWNED BY NONE;
-- share-row-exclusive
ALTER SEQUENCE "public"."kept" OWNED BY NONE;
-- access-exclusive, loses the table "public"."gone" and its rows
DROP TABLE "public"."gone";
-- access-exclusive, loses the sequence "public"."along" and the number it stands at
DROP SEQUENCE "public"."along";
-- share-row-exclusive
ALTER SEQUENCE "public"."free" OWNED BY "public"."t"."id";
-- none
CREATE SEQUENCE "public"."s""2" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY "public"."t"."id";
-- access-share
CREATE TABLE "public"."t""2" (
	"i""d" integer DEFAULT nextval('public."s""2"'::regclass)
);
-- share-row-exclusive
ALTER SEQUENCE "public"."s""2" OWNED BY "public"."t""2"."i""d";

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."s" OWNED BY NONE;
-- share-row-exclusive
ALTER SEQUENCE "public"."s""2" OWNED BY NONE;
-- access-exclusive, loses the table "public"."t""2" and its rows
DROP TABLE "public"."t""2";
-- access-exclusive, loses the sequence "public"."s""2" and the number it stands at
DROP SEQUENCE "public"."s""2";
-- share-row-exclusive
ALTER SEQUENCE "public"."free" OWNED BY "public"."t"."b";
-- none
CREATE SEQUENCE "public"."along" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
-- access-share
CREATE TABLE "public"."gone" (
	"id" integer DEFAULT nextval('public.along'::regclass)
);
-- share-row-exclusive
ALTER SEQUENCE "public"."along" OWNED BY "public"."gone"."id";
-- share-row-exclusive
ALTER SEQUENCE "public"."kept" OWNED BY "public"."gone"."id";
