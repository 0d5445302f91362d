-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" INCREMENT BY 5;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" MINVALUE -10;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" MAXVALUE 9000;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" START WITH 15;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" CACHE 3;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" CYCLE;

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" INCREMENT BY 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" MINVALUE 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" MAXVALUE 9223372036854775807;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" START WITH 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" CACHE 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" NO CYCLE;
