-- up
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(integer, integer) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(integer, integer, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
ALTER TYPE "public"."p" RENAME TO "old__p";
-- none
ALTER DOMAIN "public"."d" RENAME TO "old__d";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = bigint);
-- none
CREATE TYPE "public"."p" AS ("r" "public"."r", "n" integer);
-- none
CREATE DOMAIN "public"."d" AS "public"."r" CONSTRAINT "c" CHECK ((VALUE IS NOT NULL));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."r"[] USING "b"::text[]::"public"."r"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."d" USING "c"::text::"public"."d";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "e" SET DATA TYPE "public"."p" USING CASE WHEN "e" IS DISTINCT FROM NULL THEN ROW(("e")."r"::text::"public"."r", ("e")."n")::"public"."p" END;
-- none
DROP DOMAIN "public"."old__d";
-- none
DROP TYPE "public"."old__p";
-- none
DROP TYPE "public"."old__r";

-- down
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(bigint, bigint) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(bigint, bigint, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
ALTER TYPE "public"."p" RENAME TO "old__p";
-- none
ALTER DOMAIN "public"."d" RENAME TO "old__d";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer);
-- none
CREATE TYPE "public"."p" AS ("r" "public"."r", "n" integer);
-- none
CREATE DOMAIN "public"."d" AS "public"."r" CONSTRAINT "c" CHECK ((VALUE IS NOT NULL));
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."r"[] USING "b"::text[]::"public"."r"[];
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DATA TYPE "public"."d" USING "c"::text::"public"."d";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "e" SET DATA TYPE "public"."p" USING CASE WHEN "e" IS DISTINCT FROM NULL THEN ROW(("e")."r"::text::"public"."r", ("e")."n")::"public"."p" END;
-- none
DROP DOMAIN "public"."old__d";
-- none
DROP TYPE "public"."old__p";
-- none
DROP TYPE "public"."old__r";
