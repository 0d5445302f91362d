-- up
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "app"."orders", "public"."users" ("id");
-- access-exclusive, loses the column "public"."users"."age" and its values
ALTER TABLE "public"."users" DROP COLUMN "age";

-- down
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "age" integer;
-- share-update-exclusive
ALTER PUBLICATION "p" SET TABLE "app"."orders", "public"."users" ("age", "id");
