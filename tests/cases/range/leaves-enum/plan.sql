-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "old__mood";
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"("public"."old__mood", "public"."old__mood") RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"("public"."old__mood", "public"."old__mood", text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."mood" AS ENUM('b', 'a');
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DATA TYPE "public"."mood" USING "b"::text::"public"."mood";
-- none
DROP TYPE "public"."old__r";
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
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = "public"."mood");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- none
DROP TYPE "public"."old__r";
