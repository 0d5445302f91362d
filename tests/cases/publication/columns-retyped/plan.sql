-- up
-- none
DROP PUBLICATION "p";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "age" SET DATA TYPE bigint;
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."t" ("age", "id");

-- down
-- none
DROP PUBLICATION "p";
-- access-exclusive, rewrites
--   only if no values of "age" in "public"."t" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "age" SET DATA TYPE integer;
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."t" ("age", "id");
