-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DATA TYPE bigint;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET MINVALUE 1 SET MAXVALUE 5000000000;
-- row-exclusive
SELECT setval('"public"."t_id_seq"', CASE WHEN last_value >= 1000 THEN last_value WHEN NOT is_called THEN 1000 ELSE 1000 END, is_called AND last_value >= 1000) FROM "public"."t_id_seq";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET MINVALUE 1000 SET MAXVALUE 5000000000 SET START WITH 1000;

-- down
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET MINVALUE 1 SET MAXVALUE 5000000000;
-- row-exclusive
SELECT setval('"public"."t_id_seq"', CASE WHEN last_value <= 100 THEN last_value WHEN NOT is_called THEN 5 ELSE 100 END, is_called) FROM "public"."t_id_seq";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "id" SET MINVALUE 1 SET MAXVALUE 100 SET START WITH 5;
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DATA TYPE integer;
