-- up
-- access-exclusive, rewrites
ALTER TABLE "public"."cache" SET LOGGED;
-- share-update-exclusive
ALTER TABLE "public"."cache" RESET (fillfactor);
-- access-exclusive
ALTER TABLE "public"."cache" ADD COLUMN "b" text;

-- down
-- access-exclusive, loses the column "public"."cache"."b" and its values
ALTER TABLE "public"."cache" DROP COLUMN "b";
-- access-exclusive, rewrites
ALTER TABLE "public"."cache" SET UNLOGGED;
-- share-update-exclusive
ALTER TABLE "public"."cache" SET (fillfactor=50);
