-- up
-- access-exclusive
ALTER TABLE "public"."t" FORCE ROW LEVEL SECURITY;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "tr" BEFORE INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
-- access-exclusive, loses the column "public"."t"."a" and its values
ALTER TABLE "public"."t" DROP COLUMN "a";

-- down
-- access-exclusive
ALTER TABLE "public"."t" NO FORCE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "a" integer;
-- share-row-exclusive
CREATE OR REPLACE TRIGGER "tr" BEFORE UPDATE OF "a" ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."go"();
