-- up
-- access-exclusive
DROP INDEX "public"."i";
-- access-exclusive
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "b" integer GENERATED ALWAYS AS (a) STORED;
-- share
CREATE INDEX "i" ON "public"."t" USING btree ("b");

-- down
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE text;
