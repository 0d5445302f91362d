-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" MINVALUE -10 MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."order_number"', CASE WHEN last_value <= 9000 THEN last_value WHEN NOT is_called THEN 15 ELSE 9000 END, is_called) FROM "public"."order_number";
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" INCREMENT BY 5 MINVALUE -10 MAXVALUE 9000 START WITH 15 CACHE 3 CYCLE;

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" MINVALUE -10 MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."order_number"', CASE WHEN last_value >= 1 THEN last_value WHEN NOT is_called THEN 1 ELSE 1 END, is_called AND last_value >= 1) FROM "public"."order_number";
-- share-row-exclusive
ALTER SEQUENCE "public"."order_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;
