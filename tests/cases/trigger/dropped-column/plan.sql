-- up
-- access-exclusive
DROP TRIGGER "goes" ON "public"."t";
-- access-exclusive
DROP TRIGGER "stays" ON "public"."t";
-- access-exclusive, loses the column "public"."t"."b" and its values
ALTER TABLE "public"."t" DROP COLUMN "b";
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- share-row-exclusive
CREATE TRIGGER "stays" BEFORE UPDATE OF "a" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();

-- down
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "b" text;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" integer;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "stays" BEFORE UPDATE OF "a", "b" ON "public"."t" FOR EACH ROW WHEN ((new.c > 0)) EXECUTE FUNCTION "public"."go"();
-- share-row-exclusive
CREATE TRIGGER "goes" BEFORE UPDATE OF "b" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
