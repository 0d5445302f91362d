-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."some" MINVALUE 4;
-- share-row-exclusive
ALTER SEQUENCE "public"."some" MAXVALUE 5001;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" INCREMENT BY 2;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" MINVALUE -10;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" MAXVALUE 1000;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" START WITH 20;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" CACHE 5;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" CYCLE;

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."some" MINVALUE 5;
-- share-row-exclusive
ALTER SEQUENCE "public"."some" MAXVALUE 5000;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" INCREMENT BY 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" MINVALUE 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" MAXVALUE 9223372036854775807;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" START WITH 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" CACHE 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" NO CYCLE;
