-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "feeling";
-- access-exclusive, loses the column "public"."t"."c" and its values
ALTER TABLE "public"."t" DROP COLUMN "c";
-- none
DROP TYPE "public"."spot";
-- none
ALTER TYPE "public"."feeling" RENAME TO "old__feeling";
-- none
CREATE TYPE "public"."feeling" AS ENUM('b', 'a');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."feeling" USING "b"::text::"public"."feeling";
-- none
DROP TYPE "public"."old__feeling";

-- down
-- none
ALTER TYPE "public"."feeling" RENAME TO "mood";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('a', 'b');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- none
CREATE TYPE "public"."spot" AS ("at" integer, "as_of" "public"."mood");
-- access-exclusive
ALTER TABLE "public"."t" ADD COLUMN "c" "public"."spot";
