-- up
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."t" ("id");
-- access-exclusive, loses the column "public"."t"."age" and its values
ALTER TABLE "public"."t" DROP COLUMN "age";
-- access-exclusive
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "age" integer;
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."t" ("age", "id");
