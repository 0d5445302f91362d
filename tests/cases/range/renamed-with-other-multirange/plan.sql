-- up
-- none
ALTER TYPE "public"."r" RENAME TO "s";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "s_multirange";
-- none
ALTER FUNCTION "public"."r"(integer, integer) RENAME TO "s";
-- none
ALTER FUNCTION "public"."r"(integer, integer, text) RENAME TO "s";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "s_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."s") RENAME TO "s_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."s"[]) RENAME TO "s_multirange";
-- none
ALTER TYPE "public"."s" RENAME TO "old__s";
-- none
ALTER TYPE "public"."s_multirange" RENAME TO "old__s_multirange";
-- none
ALTER FUNCTION "public"."s"(integer, integer) RENAME TO "old__s";
-- none
ALTER FUNCTION "public"."s"(integer, integer, text) RENAME TO "old__s";
-- none
ALTER FUNCTION "public"."s_multirange"() RENAME TO "old__s_multirange";
-- none
ALTER FUNCTION "public"."s_multirange"("public"."old__s") RENAME TO "old__s_multirange";
-- none
ALTER FUNCTION "public"."s_multirange"("public"."old__s"[]) RENAME TO "old__s_multirange";
-- none
CREATE TYPE "public"."s" AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "public"."many");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."s" USING "a"::text::"public"."s";
-- none
DROP TYPE "public"."old__s";

-- down
-- none
ALTER TYPE "public"."s" RENAME TO "r";
-- none
ALTER FUNCTION "public"."s"(integer, integer) RENAME TO "r";
-- none
ALTER FUNCTION "public"."s"(integer, integer, text) RENAME TO "r";
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."many" RENAME TO "old__many";
-- none
ALTER FUNCTION "public"."r"(integer, integer) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(integer, integer, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."many"() RENAME TO "old__many";
-- none
ALTER FUNCTION "public"."many"("public"."old__r") RENAME TO "old__many";
-- none
ALTER FUNCTION "public"."many"("public"."old__r"[]) RENAME TO "old__many";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- none
DROP TYPE "public"."old__r";
