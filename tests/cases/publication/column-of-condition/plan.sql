-- up
-- none
DROP PUBLICATION "p";
-- access-exclusive, rewrites
ALTER TABLE "public"."users" ALTER COLUMN "age" SET DATA TYPE bigint;
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."users" WHERE ((age > 5));
-- none
COMMENT ON PUBLICATION "p" IS 'x';

-- down
-- none
DROP PUBLICATION "p";
-- access-exclusive, rewrites
--   only if no values of "age" in "public"."users" are no integer
ALTER TABLE "public"."users" ALTER COLUMN "age" SET DATA TYPE integer;
-- share-update-exclusive
CREATE PUBLICATION "p" FOR TABLE "public"."users" WHERE ((age > 5));
-- none
COMMENT ON PUBLICATION "p" IS 'x';
