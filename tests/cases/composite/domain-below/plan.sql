-- up
-- none
ALTER DOMAIN "public"."code" RENAME TO "old__code";
-- none
ALTER TYPE "public"."item" RENAME TO "old__item";
-- none
CREATE DOMAIN "public"."code" AS text CONSTRAINT "c" CHECK ((VALUE <> ''::text));
-- none
CREATE TYPE "public"."item" AS ("code" "public"."code", "n" integer);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."item" USING CASE WHEN "a" IS DISTINCT FROM NULL THEN ROW(("a")."code", ("a")."n")::"public"."item" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."item"[] USING "b"::text[]::"public"."item"[];
-- none
DROP TYPE "public"."old__item";
-- none
DROP DOMAIN "public"."old__code";

-- down
-- none
ALTER DOMAIN "public"."code" DROP CONSTRAINT "c";
