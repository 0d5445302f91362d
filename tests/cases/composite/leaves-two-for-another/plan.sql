-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
CREATE TYPE "public"."mood" AS ENUM('b', 'a');
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- none
DROP TYPE "public"."old__mood";
-- none
ALTER DOMAIN "public"."word" RENAME TO "old__word";
-- none
ALTER TYPE "public"."spot" RENAME TO "old__spot";
-- none
CREATE DOMAIN "public"."word" AS character varying(40);
-- none
CREATE TYPE "public"."spot" AS ("one" "public"."mood");
-- access-exclusive, rewrites, loses the attribute "two" of values in "public"."t"."c"
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."spot" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."one"::text::"public"."mood")::"public"."spot" END;
-- none
DROP TYPE "public"."old__spot";
-- none
DROP DOMAIN "public"."old__word";
-- none
ALTER TYPE "public"."state" RENAME TO "old__state";
-- none
ALTER TYPE "public"."spot" RENAME TO "old__spot";
-- none
CREATE TYPE "public"."state" AS ENUM('y', 'x');
-- none
CREATE TYPE "public"."spot" AS ("one" "public"."mood");
-- access-exclusive, rewrites, loses the attribute "two" of values in "public"."t"."c"
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."spot" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."one"::text::"public"."mood")::"public"."spot" END;
-- none
DROP TYPE "public"."old__spot";
-- none
DROP TYPE "public"."old__state";

-- down
-- none
ALTER DOMAIN "public"."word" RENAME TO "old__word";
-- none
CREATE DOMAIN "public"."word" AS text;
-- none
DROP DOMAIN "public"."old__word";
-- none
ALTER TYPE "public"."state" RENAME TO "old__state";
-- none
CREATE TYPE "public"."state" AS ENUM('x', 'y');
-- none
DROP TYPE "public"."old__state";
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER TYPE "public"."spot" RENAME TO "old__spot";
-- none
CREATE TYPE "public"."mood" AS ENUM('a', 'b');
-- none
CREATE TYPE "public"."spot" AS ("one" "public"."state", "two" "public"."word");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."spot" USING CASE WHEN "c" IS DISTINCT FROM NULL THEN ROW(("c")."one"::text::"public"."state", NULL)::"public"."spot" END;
-- none
DROP TYPE "public"."old__spot";
-- none
DROP TYPE "public"."old__mood";
