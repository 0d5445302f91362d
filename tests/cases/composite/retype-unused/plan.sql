-- up
-- none
ALTER TYPE "public"."address" ALTER ATTRIBUTE "street" SET DATA TYPE character varying(80) COLLATE "C";
-- none
ALTER TYPE "public"."address" ALTER ATTRIBUTE "zip" SET DATA TYPE bigint;

-- down
-- none
ALTER TYPE "public"."address" ALTER ATTRIBUTE "street" SET DATA TYPE text;
-- none
ALTER TYPE "public"."address" ALTER ATTRIBUTE "zip" SET DATA TYPE integer;
