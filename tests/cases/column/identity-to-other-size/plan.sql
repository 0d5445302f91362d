-- up
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET MINVALUE 1 SET MAXVALUE 9000000000;
-- row-exclusive
SELECT setval('"public"."t_a_seq"', CASE WHEN last_value <= 9000 THEN last_value WHEN NOT is_called THEN 1 ELSE 9000 END, is_called) FROM "public"."t_a_seq";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET MAXVALUE 9000;
-- access-exclusive, rewrites
--   only if no values of "a" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE integer;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE bigint;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET MINVALUE 1 SET MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."t_b_seq"', CASE WHEN last_value <= 2147483647 THEN last_value WHEN NOT is_called THEN 1 ELSE 2147483647 END, is_called) FROM "public"."t_b_seq";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "b" SET MAXVALUE 2147483647;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE bigint;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET MINVALUE -9223372036854775808 SET MAXVALUE -1;
-- row-exclusive
SELECT setval('"public"."t_c_seq"', CASE WHEN last_value >= -2147483648 THEN last_value WHEN NOT is_called THEN -1 ELSE -2147483648 END, is_called) FROM "public"."t_c_seq";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "c" SET MINVALUE -2147483648;

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE bigint;
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" SET MAXVALUE 9000000000;
-- access-exclusive, rewrites
--   only if no values of "b" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE integer;
-- access-exclusive, rewrites
--   only if no values of "c" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE integer;
