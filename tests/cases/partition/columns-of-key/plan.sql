-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "z";
-- access-exclusive
DROP INDEX "public"."t_1_c";
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- share
CREATE INDEX "t_1_z" ON "public"."t_1" USING btree ("z");

-- down
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "z" TO "b";
-- access-exclusive
DROP INDEX "public"."t_1_z";
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" integer;
-- share
CREATE INDEX "t_1_c" ON "public"."t_1" USING btree ("c");
