-- up
-- share-update-exclusive
ALTER PUBLICATION "p" DROP TABLE "public"."t", "public"."u";
-- access-exclusive, loses the column "public"."t"."age" and its values
ALTER TABLE "public"."t" DROP COLUMN "age";
-- access-exclusive
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
-- access-exclusive, rewrites
ALTER TABLE "public"."u" SET UNLOGGED;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
-- access-exclusive, rewrites
ALTER TABLE "public"."u" SET LOGGED;
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "age" integer;
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "public"."t" ("age", "id"), "public"."u";
