-- up
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b_check";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
DROP POLICY "p" ON "public"."t";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b_key";
-- access-exclusive, loses the column "public"."t"."b" and its values
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive
CREATE POLICY "p" ON "public"."t" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));

-- down
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
-- access-exclusive
ALTER POLICY "p" ON "public"."t" USING ((b > 0));
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b_check" CHECK ((b > 0));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "c" integer GENERATED ALWAYS AS ((b * 2)) STORED;
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("b");
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b_key" UNIQUE("b");
