-- up
-- none
ALTER SCHEMA "s" RENAME TO "z";
-- none
ALTER TYPE "z"."e" RENAME TO "f";
-- access-exclusive
ALTER TABLE "z"."t" RENAME TO "u";
-- access-exclusive
ALTER TABLE "z"."u" RENAME COLUMN "a" TO "b";
-- access-exclusive
ALTER TABLE "z"."u" RENAME CONSTRAINT "c" TO "d";
-- share-update-exclusive
COMMENT ON TABLE "z"."u" IS 'the table';

-- down
-- none
ALTER SCHEMA "z" RENAME TO "s";
-- none
ALTER TYPE "s"."f" RENAME TO "e";
-- access-exclusive
ALTER TABLE "s"."u" RENAME TO "t";
-- access-exclusive
ALTER TABLE "s"."t" RENAME COLUMN "b" TO "a";
-- access-exclusive
ALTER TABLE "s"."t" RENAME CONSTRAINT "d" TO "c";
-- share-update-exclusive
COMMENT ON TABLE "s"."t" IS 'table';
