-- up
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "c" integer GENERATED ALWAYS AS ((a * 3)) STORED;
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("c");

-- down
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "c";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "c" integer GENERATED ALWAYS AS ((a * 2)) STORED;
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("c");
