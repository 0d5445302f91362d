-- up
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."r_multirange" RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r"(text, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"(text, text, text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r_multirange"() RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r") RENAME TO "old__r_multirange";
-- none
ALTER FUNCTION "public"."r_multirange"("public"."old__r"[]) RENAME TO "old__r_multirange";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = "public"."mood", MULTIRANGE_TYPE_NAME = "public"."many r");
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- none
DROP TYPE "public"."old__r";

-- down
-- none
ALTER TYPE "public"."r" RENAME TO "old__r";
-- none
ALTER TYPE "public"."many r" RENAME TO "old__many r";
-- none
ALTER FUNCTION "public"."r"("public"."mood", "public"."mood") RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."r"("public"."mood", "public"."mood", text) RENAME TO "old__r";
-- none
ALTER FUNCTION "public"."many r"() RENAME TO "old__many r";
-- none
ALTER FUNCTION "public"."many r"("public"."old__r") RENAME TO "old__many r";
-- none
ALTER FUNCTION "public"."many r"("public"."old__r"[]) RENAME TO "old__many r";
-- none
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops);
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DATA TYPE "public"."r" USING "a"::text::"public"."r";
-- none
DROP TYPE "public"."old__r";
