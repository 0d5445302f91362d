-- up
-- none
CREATE DOMAIN "public"."word" AS text;
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER TYPE "public"."spot" RENAME TO "old__spot";
-- none
CREATE TYPE "public"."mood" AS ENUM('b', 'a');
-- none
CREATE TYPE "public"."spot" AS ("at" integer, "as_of" "public"."word");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."spot" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."at", ("c")."as_of")::"public"."spot" END;
-- none
DROP TYPE "public"."old__spot";
-- none
DROP TYPE "public"."old__mood";

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('a', 'b');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- none
ALTER TYPE "public"."spot" RENAME TO "old__spot";
-- none
CREATE TYPE "public"."spot" AS ("at" integer, "as_of" "public"."mood");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."spot" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."at", ("c")."as_of"::"public"."mood")::"public"."spot" END;
-- none
DROP TYPE "public"."old__spot";
-- none
DROP DOMAIN "public"."word";
