-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "e";
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "t_a_b_key" TO "t_a_e_key";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b_c_d_key";
-- access-exclusive, loses the column "public"."t"."d" and its values
ALTER TABLE "public"."t" DROP COLUMN "d";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE bigint;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("b"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b_c_d_key" UNIQUE("e") INCLUDE ("c");

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "e" TO "b";
-- access-exclusive
ALTER TABLE "public"."t" RENAME CONSTRAINT "t_a_e_key" TO "t_a_b_key";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b_c_d_key";
-- access-exclusive, rewrites
--   only if no values of "c" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE integer;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "d" integer;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("e"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b_c_d_key" UNIQUE("b") INCLUDE ("c", "d");
