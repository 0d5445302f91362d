-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER TYPE "public"."day" RENAME TO "old__day";
-- none
CREATE TYPE "public"."mood" AS ENUM('ok', 'sad');
-- none
CREATE TYPE "public"."day" AS ("at" date, "mood" "public"."mood");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."day" USING CASE WHEN "a" IS DISTINCT FROM NULL THEN ROW(("a")."at", ("a")."mood"::text::"public"."mood")::"public"."day" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."day"[] USING "b"::text[]::"public"."day"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."mood" USING "c"::text::"public"."mood";
-- none
DROP TYPE "public"."old__day";
-- none
DROP TYPE "public"."old__mood";

-- down
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER TYPE "public"."day" RENAME TO "old__day";
-- none
CREATE TYPE "public"."mood" AS ENUM('sad', 'ok');
-- none
CREATE TYPE "public"."day" AS ("at" date, "mood" "public"."mood");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."day" USING CASE WHEN "a" IS DISTINCT FROM NULL THEN ROW(("a")."at", ("a")."mood"::text::"public"."mood")::"public"."day" END;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."day"[] USING "b"::text[]::"public"."day"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."mood" USING "c"::text::"public"."mood";
-- none
DROP TYPE "public"."old__day";
-- none
DROP TYPE "public"."old__mood";
