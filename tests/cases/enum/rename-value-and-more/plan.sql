-- up
-- none
ALTER SCHEMA "old" RENAME TO "new";
-- none
ALTER TYPE "new"."mood" RENAME TO "feeling";
-- none
ALTER TYPE "new"."feeling" RENAME VALUE 'a.b' TO 'a=b';
-- none
ALTER TYPE "new"."feeling" RENAME VALUE 'it''s' TO 'it''s "so"';
-- none
ALTER TYPE "new"."feeling" ADD VALUE 'x' BEFORE 'it''s "so"';

-- down
-- none
ALTER SCHEMA "new" RENAME TO "old";
-- none
ALTER TYPE "old"."feeling" RENAME TO "mood";
-- none
ALTER TYPE "old"."mood" RENAME VALUE 'a=b' TO 'a.b';
-- none
ALTER TYPE "old"."mood" RENAME VALUE 'it''s "so"' TO 'it''s';
-- none
ALTER TYPE "old"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "old"."mood" AS ENUM('sad', 'a.b', 'it''s');
-- access-exclusive, rewrites
--   only if no rows of "public"."diary" use 'x' in "mood", which the enum "feeling" no longer has
ALTER TABLE "public"."diary" ALTER COLUMN "mood" SET DATA TYPE "old"."mood" USING "mood"::text::"old"."mood";
-- none
DROP TYPE "old"."old__mood";
