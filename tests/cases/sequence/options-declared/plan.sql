-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."some" MINVALUE 4 MAXVALUE 5001;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" MINVALUE -10 MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."steps"', CASE WHEN last_value <= 1000 THEN last_value WHEN NOT is_called THEN 20 ELSE 1000 END, is_called) FROM "public"."steps";
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" INCREMENT BY 2 MINVALUE -10 MAXVALUE 1000 START WITH 20 CACHE 5 CYCLE;

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."some" MINVALUE 4 MAXVALUE 5001;
-- row-exclusive
SELECT setval('"public"."some"', CASE WHEN last_value >= 5 AND last_value <= 5000 THEN last_value WHEN NOT is_called THEN 5 WHEN last_value < 5 THEN 5 ELSE 5000 END, is_called AND last_value >= 5) FROM "public"."some";
-- share-row-exclusive
ALTER SEQUENCE "public"."some" MINVALUE 5 MAXVALUE 5000;
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" MINVALUE -10 MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."steps"', CASE WHEN last_value >= 1 THEN last_value WHEN NOT is_called THEN 1 ELSE 1 END, is_called AND last_value >= 1) FROM "public"."steps";
-- share-row-exclusive
ALTER SEQUENCE "public"."steps" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;
