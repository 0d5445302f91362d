-- up
-- none
DROP PUBLICATION "p";
-- access-exclusive, loses the column "public"."t"."age" and its values
ALTER TABLE "public"."t" DROP COLUMN "age";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "name" SET DEFAULT ''::text;
-- share-update-exclusive
ALTER PUBLICATION "q" SET TABLE "public"."t" ("id");
-- access-exclusive
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "born" date;
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."t" ("born", "id");
-- none
COMMENT ON PUBLICATION "p" IS 'news';

-- down
-- none
DROP PUBLICATION "p";
-- access-exclusive, loses the column "public"."t"."born" and its values
ALTER TABLE "public"."t" DROP COLUMN "born";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "name" DROP DEFAULT;
-- share-update-exclusive
ALTER PUBLICATION "q" SET TABLE "public"."t" ("name");
-- access-exclusive
ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "age" integer;
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."t" ("age", "id");
-- none
COMMENT ON PUBLICATION "p" IS 'news';
